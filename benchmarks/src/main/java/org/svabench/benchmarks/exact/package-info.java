/**
 * What an operation sends, counted and not measured: commands, waits, exits and covered pages, as
 * secondary results of JMH that are whole numbers or say that they are means.
 *
 * <p>A benchmark's state opens a {@link org.svabench.benchmarks.exact.CountWindow} as the last
 * thing of its iteration set-up and closes it as the first thing of its iteration tear-down.
 */
package org.svabench.benchmarks.exact;
