/** Damaged documents for every reader of files, by the 100,000. */
package org.svabench.benchmarks.fuzz;
