package org.svabench.results.statistics;

/**
 * Whether series of values fall: the test of Mann and Kendall, its statistic summed over series
 * (Mann, "Nonparametric Tests Against Trend", Econometrica 1945; Kendall, "Rank Correlation
 * Methods"). It looks at the order of values alone, so a wild one counts no more than another.
 */
public final class Trend {
  private Trend() {}

  /**
   * How far the series fall beyond chance.
   *
   * @param series each in the order of time; those of fewer than 2 values say nothing
   * @return standard normal where there is no trend, positive where values fall; 0 where nothing
   *     can be said
   */
  public static double fall(double[][] series) {
    double sum = 0;
    double variance = 0;
    for (double[] values : series) {
      int n = values.length;
      for (int i = 0; i < n; i++) {
        for (int j = i + 1; j < n; j++) {
          sum += Math.signum(values[i] - values[j]);
        }
      }
      variance += n * (n - 1.0) * (2 * n + 5) / 18;
    }
    return variance == 0 || Double.isNaN(sum) ? 0 : sum / Math.sqrt(variance);
  }
}
