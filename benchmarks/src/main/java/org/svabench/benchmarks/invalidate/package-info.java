/** Notifier invalidation: what a change of page tables costs the one who makes it. */
package org.svabench.benchmarks.invalidate;
