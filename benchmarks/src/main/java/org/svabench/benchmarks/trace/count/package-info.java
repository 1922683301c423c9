/** Counts of what a trace held, what was assumed and what was skipped: nothing goes unsaid. */
package org.svabench.benchmarks.trace.count;
