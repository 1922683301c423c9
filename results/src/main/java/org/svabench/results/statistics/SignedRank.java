package org.svabench.results.statistics;

import java.util.Arrays;

/**
 * The exact one-sample signed-rank bounds: the Hodges-Lehmann estimate is the median of the Walsh
 * averages, and its bounds are two of them, chosen by the exact null distribution of the rank sum.
 *
 * <p>Ranks, because differences of benchmark forks have heavy tails: a t interval pays for every
 * outlier. Method: Hollander, Wolfe, Chicken, "Nonparametric Statistical Methods", 3rd ed., section
 * 3.1 to 3.3. Immutable.
 */
public final class SignedRank {
  private final int n;
  private final double[] walsh;

  private SignedRank(int n, double[] walsh) {
    this.n = n;
    this.walsh = walsh;
  }

  /**
   * Ranks values.
   *
   * @param values at least one, finite; not kept
   * @return their estimate and bounds
   */
  public static SignedRank of(double[] values) {
    double[] walsh = new double[values.length * (values.length + 1) / 2];
    int next = 0;
    for (int i = 0; i < values.length; i++) {
      for (int j = i; j < values.length; j++) {
        walsh[next++] = (values[i] + values[j]) / 2;
      }
    }
    Arrays.sort(walsh);
    return new SignedRank(values.length, walsh);
  }

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
   * The Hodges-Lehmann estimate of the centre.
   *
   * @return the median of the Walsh averages
   */
  public double estimate() {
    int m = walsh.length;
    return (walsh[(m - 1) / 2] + walsh[m / 2]) / 2;
  }

  /**
   * One-sided lower bound.
   *
   * @param tail chance that the centre lies below it, at most
   * @return the bound, minus infinity where so few values cannot give one
   */
  public double lower(double tail) {
    int cut = cut(tail);
    return cut == 0 ? Double.NEGATIVE_INFINITY : walsh[cut - 1];
  }

  /**
   * One-sided upper bound.
   *
   * @param tail chance that the centre lies above it, at most
   * @return the bound, infinity where so few values cannot give one
   */
  public double upper(double tail) {
    int cut = cut(tail);
    return cut == 0 ? Double.POSITIVE_INFINITY : walsh[walsh.length - cut];
  }

  /**
   * Exact one-sided test that the centre lies above a value; agrees with {@link #lower}.
   *
   * @param value the centre that is to be rejected
   * @return chance of a rank sum at least this high if the centre were at most the value
   */
  public double pAbove(double value) {
    int notAbove = 0;
    while (notAbove < walsh.length && walsh[notAbove] <= value) {
      notAbove++;
    }
    double p = 0;
    double[] chances = nullDistribution(n);
    for (int sum = 0; sum <= notAbove; sum++) {
      p += chances[sum];
    }
    return Math.min(1, p);
  }

  /** Largest k with P(W+ <= k - 1) <= tail: so many averages are cut from either side, less one. */
  private int cut(double tail) {
    double[] chances = nullDistribution(n);
    int k = 0;
    double below = chances[0];
    while (below <= tail && k < walsh.length) {
      k++;
      below += chances[k];
    }
    return k;
  }

  /** Chance of each rank sum from 0 to n(n+1)/2 when every sign is a coin's. */
  private static double[] nullDistribution(int n) {
    double[] chances = new double[n * (n + 1) / 2 + 1];
    chances[0] = Math.pow(0.5, n);
    for (int rank = 1; rank <= n; rank++) {
      for (int sum = chances.length - 1; sum >= rank; sum--) {
        chances[sum] += chances[sum - rank];
      }
    }
    return chances;
  }
}
