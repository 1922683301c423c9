/**
 * Where the gate's published rates come from: records real pairs of forks with a known difference,
 * resamples them into decisions of the gate and of the rules in use today, and runs real decisions
 * of a jar against itself. Not part of {@code benchmarks.jar}; {@code results/docs/gate.md} says
 * how to run it.
 */
package org.svabench.benchmarks.evidence;
