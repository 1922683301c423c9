package org.svabench.results.statistics;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/** Spread that a few wild values do not move. */
public final class Robust {
  /** Turns a median absolute deviation into the standard deviation of a normal sample. */
  private static final double NORMAL = 1.4826;

  /** Standard error of a median against that of a mean, in a normal sample. */
  private static final double MEDIAN = 1.2533;

  private Robust() {}

  /**
   * Standard deviation by the median distance from the median.
   *
   * @param values at least one
   * @return that of a normal sample with such distances
   */
  public static double deviation(double[] values) {
    double centre = StatUtils.percentile(values, 50);
    return NORMAL
        * StatUtils.percentile(
            Arrays.stream(values).map(value -> Math.abs(value - centre)).toArray(), 50);
  }

  /**
   * Standard error of the median.
   *
   * @param values at least one
   * @return that of a normal sample of this {@link #deviation}
   */
  public static double errorOfMedian(double[] values) {
    return MEDIAN * deviation(values) / Math.sqrt(values.length);
  }
}
