package org.svabench.results.compare;

import java.util.Locale;
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
public record Competitor(String name, JmhResult row, JmhResult baseline) {

  /**
   * Whether it is what the others are held against.
   *
   * @return true for the baseline
   */
  public boolean isBaseline() {
    return row == baseline;
  }

  /**
   * Whether it can be held against something.
   *
   * @return false for the baseline, and where there is none
   */
  public boolean hasBaseline() {
    return baseline != null && !isBaseline();
  }

  /**
   * The ratio of its score to the baseline's.
   *
   * @return over neighbouring forks
   */
  public RatioInterval scoreRatio() {
    return ratio(baseline.primary(), row.primary());
  }

  /** Ratio of two metrics of the two rows; their forks of one round were neighbours. */
  static RatioInterval ratio(JmhMetric base, JmhMetric candidate) {
    Direction direction = Direction.of(base.unit());
    return Ratios.ofNeighbours(
        ForkSummary.logOf(base.rawData(), direction),
        ForkSummary.logOf(candidate.rawData(), direction));
  }

  /**
   * What a ratio says, in words that do not claim more than its interval. An interval around 1 is a
   * null result only where it is narrow; a wide one says nothing.
   *
   * @param ratio of two scores
   * @param direction which way they are better
   * @return a few words
   */
  public static String verdict(RatioInterval ratio, Direction direction) {
    if (Double.isNaN(ratio.low())) {
      return "no interval";
    }
    if (ratio.showsDifference()) {
      return (ratio.low() > 1) == (direction == Direction.BIGGER_IS_BETTER) ? "faster" : "slower";
    }
    return ratio.tooWide()
        ? "too wide to tell"
        : String.format(
            Locale.ROOT, "no difference above %.0f %%", Math.ceil(100 * ratio.largestDifference()));
  }
}
