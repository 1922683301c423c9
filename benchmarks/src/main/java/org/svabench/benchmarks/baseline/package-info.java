/**
 * Computes the exact figures that every build must reproduce: what {@code gate --exact} holds
 * against {@code results/baselines/}. Drives the model; measures no time.
 */
package org.svabench.benchmarks.baseline;
