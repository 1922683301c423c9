/**
 * What a trace tells, whatever its format: system calls with their arguments and results, lives of
 * threads, flush events. Readers of formats write it, the process table reads it.
 */
package org.svabench.benchmarks.trace.call;
