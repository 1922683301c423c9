package org.svabench.results.gate.verdict;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/** Spread that a few wild values do not move. */
final class Robust {
  /** Turns a median absolute deviation into the standard deviation of a normal sample. */
  private static final double NORMAL = 1.4826;

  /** Standard error of a median against that of a mean, in a normal sample. */
  private static final double MEDIAN = 1.2533;

  private Robust() {}

  static double deviation(double[] values) {
    double centre = StatUtils.percentile(values, 50);
    return NORMAL
        * StatUtils.percentile(
            Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray(), 50);
  }

  static double errorOfMedian(double[] values) {
    return MEDIAN * deviation(values) / Math.sqrt(values.length);
  }
}
