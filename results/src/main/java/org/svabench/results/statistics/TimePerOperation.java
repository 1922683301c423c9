package org.svabench.results.statistics;

import org.svabench.results.jmh.Duration;

/** Scores of any of JMH's units as time, where less is always better. */
public final class TimePerOperation {
  private TimePerOperation() {}

  /**
   * Converts a score.
   *
   * @param unit as JMH writes it, {@code ns/op} or {@code ops/us}
   * @return nanoseconds per operation; for throughput of several threads, between two completions.
   *     The score itself where the unit is no time, so that ratios still hold
   */
  public static double nanos(String unit, double score) {
    boolean throughput = Direction.of(unit) == Direction.BIGGER_IS_BETTER;
    double unitNanos = Duration.unitNanos(unit.replace("ops/", "").replace("/op", ""));
    if (Double.isNaN(unitNanos)) {
      return throughput ? 1 / score : score;
    }
    return throughput ? unitNanos / score : unitNanos * score;
  }
}
