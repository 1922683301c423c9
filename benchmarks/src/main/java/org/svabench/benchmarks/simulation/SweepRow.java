package org.svabench.benchmarks.simulation;

/**
 * One row of a sweep.
 *
 * @param point what was run
 * @param stream what each notification sent
 * @param result what came of it
 */
public record SweepRow(SweepPoint point, CommandStream stream, SimulationResult result) {}
