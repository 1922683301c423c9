/**
 * The machine under test of a benchmark: a topology under a design, and what its hardware costs.
 */
package org.svabench.benchmarks.machine;
