package org.svabench.results.compare;

import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.statistics.Direction;
import org.svabench.results.statistics.ForkSummary;
import org.svabench.results.statistics.RatioInterval;
import org.svabench.results.statistics.Ratios;

/**
 * One row held against the baseline row it took turns with.
 *
 * @param name value of the compared parameter
 * @param row its result
 * @param baseline the result it is held against, null where that is missing; itself for the
 *     baseline
 */
record Competitor(String name, JmhResult row, JmhResult baseline) {

  boolean isBaseline() {
    return row == baseline;
  }

  boolean hasBaseline() {
    return baseline != null && !isBaseline();
  }

  RatioInterval scoreRatio() {
    return ratio(baseline.primary(), row.primary());
  }

  /** Ratio of two metrics of the two rows; their forks of one round were neighbours. */
  static RatioInterval ratio(JmhMetric base, JmhMetric candidate) {
    Direction direction = Direction.of(base.unit());
    return Ratios.ofNeighbours(
        ForkSummary.logOf(base.rawData(), direction),
        ForkSummary.logOf(candidate.rawData(), direction));
  }

  /** What a ratio says, in words that do not claim more than its interval. */
  static String verdict(RatioInterval ratio, Direction direction) {
    if (Double.isNaN(ratio.low())) {
      return "no interval";
    }
    if (!ratio.showsDifference()) {
      return "no difference shown";
    }
    return (ratio.low() > 1) == (direction == Direction.BIGGER_IS_BETTER) ? "faster" : "slower";
  }
}
