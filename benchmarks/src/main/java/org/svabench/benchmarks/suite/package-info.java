/**
 * Suites: which rows, how long, and in what order. Compared rows take turns, one fork each, so that
 * all of them see the same slow minutes; every finished fork is on the disk before the next starts.
 */
package org.svabench.benchmarks.suite;
