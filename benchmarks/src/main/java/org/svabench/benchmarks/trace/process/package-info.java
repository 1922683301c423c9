/**
 * Threads, processes and the address spaces they run in, as clone, exec and exit make them; and the
 * clock of the trace. Joins calls that span several lines and hands them, with the right address
 * space, to the notifications.
 */
package org.svabench.benchmarks.trace.process;
