/**
 * The performance gate: did the candidate get slower? From two JMH jars to a verdict, and from a
 * kept run to the same verdict.
 *
 * <p>Below it {@code fork} runs the jars, {@code record} is what is kept, {@code verdict} decides,
 * {@code output} writes for people and machines, {@code agent} is what goes into the jars' forks.
 */
package org.svabench.results.gate;
