package org.svabench.benchmarks.simulation;

/**
 * What a cache line costs that another CPU has.
 *
 * @param busy picoseconds its home is busy with one CPU, and nobody else is served
 * @param roundTrip picoseconds until that CPU has its answer
 */
public record LineCost(long busy, long roundTrip) {
  /** Lines cost nothing. */
  public static final LineCost NONE = new LineCost(0, 0);
}
