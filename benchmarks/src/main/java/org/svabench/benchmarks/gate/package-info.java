/**
 * What the gate takes for granted of a svabench jar: its rows, its counters, its empty benchmark.
 */
package org.svabench.benchmarks.gate;
