package org.svabench.results.gate.verdict;

import java.util.Locale;
import org.apache.commons.math3.distribution.NormalDistribution;

/** What would decide a row that its last look left open. */
final class Undecided {
  /** How likely the pairs that are named would decide it. */
  private static final double LIKELY = 0.9;

  /** No more pairs than that are named. */
  private static final int MANY = 500;

  private Undecided() {}

  /**
   * Another tolerance, or more pairs where they can.
   *
   * @param typical time of the row
   * @param deviation of one pair's log ratio
   * @param passLevel of the last look
   * @param measured pairs that were not enough
   * @return one line
   */
  static String advice(MetricVerdict typical, double deviation, double passLevel, int measured) {
    double left = typical.margin().logTolerance() - Math.max(0, Math.log(typical.ratio()));
    NormalDistribution normal = new NormalDistribution();
    double levels =
        normal.inverseCumulativeProbability(1 - passLevel)
            + normal.inverseCumulativeProbability(LIKELY);
    double pairs = left <= 0 ? Double.POSITIVE_INFINITY : Math.pow(levels * deviation / left, 2);
    return String.format(
        Locale.ROOT,
        "OPEN: a tolerance of %.1f%% would pass; %s",
        100 * (typical.high() - 1),
        pairs > MANY
            ? "more pairs hardly help"
            : String.format(
                Locale.ROOT,
                "for %.1f%% about %.0f pairs",
                100 * typical.margin().tolerance(),
                Math.max(Math.ceil(pairs), measured + 1)));
  }
}
