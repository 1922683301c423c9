package org.svabench.results.statistics;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.statistics.RatioInterval.Method;

/**
 * Ratios of fork summaries in log space, where they are symmetric and free of units.
 *
 * <p>Forks that ran next to each other are compared pair by pair: a slow minute of the machine hits
 * both sides of a pair and cancels. On a shared two-core virtual machine this halves the standard
 * deviation of the log ratio against forks of unrelated times.
 */
public final class Ratios {
  private Ratios() {}

  /**
   * Compares neighbours: fork i of one side ran next to fork i of the other.
   *
   * @param logBase log summaries of the base's forks
   * @param logCandidate log summaries of the candidate's forks; surplus forks of either side have
   *     no neighbour and are left out, as are pairs with a NaN
   * @return candidate / base; NaN throughout where there is no pair
   */
  public static RatioInterval ofNeighbours(double[] logBase, double[] logCandidate) {
    int pairs = Math.min(logBase.length, logCandidate.length);
    double[] all = new double[pairs];
    Arrays.setAll(all, i -> logCandidate[i] - logBase[i]);
    double[] d = Arrays.stream(all).filter(Double::isFinite).toArray();
    if (d.length < 2) {
      return new RatioInterval(
          d.length == 0 ? Double.NaN : Math.exp(d[0]),
          Double.NaN,
          Double.NaN,
          d.length,
          Method.NONE);
    }
    if (d.length >= SignedRank.fewest(RatioInterval.LEVEL)) {
      SignedRank ranks = SignedRank.of(d);
      double tail = (1 - RatioInterval.LEVEL) / 2;
      return exp(
          ranks.estimate(), ranks.lower(tail), ranks.upper(tail), d.length, Method.SIGNED_RANK);
    }
    double half = quantile(d.length - 1) * Math.sqrt(StatUtils.variance(d) / d.length);
    double mean = StatUtils.mean(d);
    return exp(mean, mean - half, mean + half, d.length, Method.PAIRED_T);
  }

  /**
   * Compares forks of two runs that were not interleaved.
   *
   * @param logBase log summaries of the base's forks
   * @param logCandidate log summaries of the candidate's forks
   * @return candidate / base, without an interval where a side has fewer than two forks
   */
  public static RatioInterval ofStrangers(double[] logBase, double[] logCandidate) {
    double[] a = Arrays.stream(logBase).filter(Double::isFinite).toArray();
    double[] b = Arrays.stream(logCandidate).filter(Double::isFinite).toArray();
    int forks = Math.min(a.length, b.length);
    double centre = StatUtils.mean(b) - StatUtils.mean(a);
    if (forks < 2) {
      return new RatioInterval(Math.exp(centre), Double.NaN, Double.NaN, forks, Method.NONE);
    }
    double va = StatUtils.variance(a) / a.length;
    double vb = StatUtils.variance(b) / b.length;
    if (va + vb == 0) {
      return exp(centre, centre, centre, forks, Method.WELCH_T);
    }
    // Satterthwaite's degrees of freedom.
    double freedom = (va + vb) * (va + vb) / (va * va / (a.length - 1) + vb * vb / (b.length - 1));
    double half = quantile(freedom) * Math.sqrt(va + vb);
    return exp(centre, centre - half, centre + half, forks, Method.WELCH_T);
  }

  private static double quantile(double freedom) {
    return new TDistribution(freedom)
        .inverseCumulativeProbability(1 - (1 - RatioInterval.LEVEL) / 2);
  }

  private static RatioInterval exp(double centre, double low, double high, int n, Method method) {
    return new RatioInterval(Math.exp(centre), Math.exp(low), Math.exp(high), n, method);
  }
}
