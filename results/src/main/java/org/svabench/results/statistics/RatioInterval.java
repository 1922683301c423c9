package org.svabench.results.statistics;

import java.util.Locale;

/**
 * A ratio of two scores with its interval.
 *
 * @param ratio candidate / base
 * @param low lower end, NaN where there are too few forks for an interval
 * @param high upper end, NaN likewise
 * @param forks pairs of forks, or forks of the smaller side
 * @param method how the interval was made, in words for a footnote
 */
public record RatioInterval(double ratio, double low, double high, int forks, Method method) {
  /** Two-sided level of every interval here. */
  public static final double LEVEL = 0.95;

  /** An interval around 1 that leaves more than this possible is no null result. */
  private static final double NARROW = 0.10;

  /** How an interval is made. */
  public enum Method {
    /** Neighbouring forks, exact signed-rank interval around the Hodges-Lehmann estimate. */
    SIGNED_RANK("Hodges-Lehmann estimate, exact signed-rank interval over neighbouring forks"),
    /** Neighbouring forks, Student's t over the log ratios. */
    PAIRED_T("Student's t over the log ratios of neighbouring forks"),
    /** Forks measured at unrelated times, Welch's t over the log summaries. */
    WELCH_T("Welch's t over the log summaries of forks that were not neighbours"),
    /** A single fork says nothing about the next. */
    NONE("no interval: it takes two forks a side");

    private final String words;

    Method(String words) {
      this.words = words;
    }

    /**
     * For a footnote.
     *
     * @return the method in words
     */
    public String words() {
      return words;
    }
  }

  /**
   * Whether the interval leaves 1 out.
   *
   * @return false also where there is no interval
   */
  public boolean showsDifference() {
    return low > 1 || high < 1;
  }

  /**
   * The largest difference, either way, that the interval leaves possible.
   *
   * @return 0.05 where up to 5 % more or less are possible; NaN where there is no interval
   */
  public double largestDifference() {
    return Math.max(high, 1 / low) - 1;
  }

  /**
   * Whether the interval is wider than any effect it could show: 1 is in it, and so is more than 10
   * % away from 1.
   *
   * @return false also where there is no interval
   */
  public boolean tooWide() {
    return !showsDifference() && largestDifference() > NARROW;
  }

  /**
   * The ratio for a table.
   *
   * @return such as {@code x2.51 [2.40, 2.63]}
   */
  @Override
  public String toString() {
    return Double.isNaN(low)
        ? "x" + figure(ratio)
        : "x" + figure(ratio) + " [" + figure(low) + ", " + figure(high) + "]";
  }

  private static String figure(double value) {
    if (value < 0.005) {
      return "0";
    }
    return value < 100
        ? String.format(Locale.ROOT, "%.2f", value)
        : value < 1e6 ? String.format(Locale.ROOT, "%.0f", value) : "inf";
  }
}
