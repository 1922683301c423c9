/**
 * The exact counts of one notification, for any design on any topology, and their report. Drives
 * the model; measures no time.
 */
package org.svabench.benchmarks.fanout;
