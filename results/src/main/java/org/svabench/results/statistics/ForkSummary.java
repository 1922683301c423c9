package org.svabench.results.statistics;

import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * One number per fork, in log space.
 *
 * <p>A fork is summarised by its good windows, the 10th percentile of times or the 90th of
 * throughput: noise of a shared machine only ever adds time, so the good windows of a short fork
 * vary less between forks than the mean of a long one (measured over 586 JMH benchmarks: standard
 * deviation between forks 2.2 % against 4.9 % at 2 s + 2 s; data of Traini et al., "Towards
 * effective assessment of steady state performance in Java software", EMSE 2022).
 */
public final class ForkSummary {
  private static final double GOOD_WINDOWS = 10;

  private ForkSummary() {}

  /**
   * Summarises every fork.
   *
   * @param rawData one array per fork, one score per iteration
   * @param direction which windows are the good ones
   * @return natural logarithms, one per fork; NaN for a fork without a finite positive score
   */
  public static double[] logOf(double[][] rawData, Direction direction) {
    double[] logs = new double[rawData.length];
    for (int fork = 0; fork < logs.length; fork++) {
      double[] finite = Arrays.stream(rawData[fork]).filter(v -> v > 0 && v < 1e300).toArray();
      logs[fork] = finite.length == 0 ? Double.NaN : Math.log(goodWindow(finite, direction));
    }
    return logs;
  }

  private static double goodWindow(double[] scores, Direction direction) {
    double quantile = direction == Direction.SMALLER_IS_BETTER ? GOOD_WINDOWS : 100 - GOOD_WINDOWS;
    return new Percentile().evaluate(scores, quantile);
  }
}
