/**
 * Ratios of noisy scores. The unit is a fork: iterations of one fork share its compilation and its
 * heap, so they refine the fork's own summary and never count as independent samples.
 */
package org.svabench.results.statistics;
