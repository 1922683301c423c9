/**
 * What real IOMMUs were told, as the VT-d driver traced it ({@code intel_iommu:*} events), held
 * against what the model predicts: notification by notification, command by command.
 */
package org.svabench.benchmarks.hardware;
