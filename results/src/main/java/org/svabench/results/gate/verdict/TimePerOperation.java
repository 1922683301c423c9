package org.svabench.results.gate.verdict;

import org.svabench.results.jmh.Duration;
import org.svabench.results.statistics.Direction;

/** Scores of any of JMH's units as time, where less is always better. */
final class TimePerOperation {
  private TimePerOperation() {}

  /**
   * Converts a score.
   *
   * @param unit as JMH writes it, {@code ns/op} or {@code ops/us}
   * @return nanoseconds per operation; for throughput of several threads, between two completions.
   *     The score itself where the unit is no time, so that ratios still hold
   */
  static double nanos(String unit, double score) {
    boolean throughput = Direction.of(unit) == Direction.BIGGER_IS_BETTER;
    double seconds = Duration.unitSeconds(unit.replace("ops/", "").replace("/op", ""));
    if (Double.isNaN(seconds)) {
      return throughput ? 1 / score : score;
    }
    return 1e9 * (throughput ? seconds / score : seconds * score);
  }
}
