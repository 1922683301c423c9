package org.svabench.results.statistics;

import java.util.Arrays;

/**
 * The exact one-sample signed-rank interval: the Hodges-Lehmann estimate is the median of the Walsh
 * averages, and its bounds are two of them, chosen by the exact null distribution of the rank sum.
 *
 * <p>Ranks, because differences of benchmark forks have heavy tails: a t interval pays for every
 * outlier. Method: Hollander, Wolfe, Chicken, "Nonparametric Statistical Methods", 3rd ed., section
 * 3.1 to 3.3.
 */
final class SignedRank {
  private SignedRank() {}

  /**
   * Fewest values for a two-sided interval of a level: below it even the widest is too narrow.
   *
   * @param level such as 0.95
   * @return 6 for 0.95
   */
  static int fewest(double level) {
    return (int) Math.ceil(1 - Math.log(1 - level) / Math.log(2));
  }

  /**
   * Estimate and bounds.
   *
   * @param values at least {@link #fewest}, finite
   * @param level two-sided
   * @return lower bound, estimate, upper bound
   */
  static double[] interval(double[] values, double level) {
    double[] walsh = walshAverages(values);
    int cut = cut(values.length, (1 - level) / 2);
    int m = walsh.length;
    double median = (walsh[(m - 1) / 2] + walsh[m / 2]) / 2;
    return new double[] {walsh[cut - 1], median, walsh[m - cut]};
  }

  private static double[] walshAverages(double[] values) {
    double[] walsh = new double[values.length * (values.length + 1) / 2];
    int n = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i; j < values.length; j++) {
        walsh[n++] = (values[i] + values[j]) / 2;
      }
    }
    Arrays.sort(walsh);
    return walsh;
  }

  /** Largest k with P(W+ <= k - 1) <= tail: so many averages are cut from either side, less one. */
  private static int cut(int n, double tail) {
    double[] ways = new double[n * (n + 1) / 2 + 1];
    ways[0] = Math.pow(0.5, n);
    for (int rank = 1; rank <= n; rank++) {
      for (int sum = ways.length - 1; sum >= rank; sum--) {
        ways[sum] += ways[sum - rank];
      }
    }
    int k = 0;
    double below = ways[0];
    while (below <= tail) {
      k++;
      below += ways[k];
    }
    return k;
  }
}
