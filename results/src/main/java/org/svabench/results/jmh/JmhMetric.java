package org.svabench.results.jmh;

import java.util.List;

/**
 * One metric of a benchmark.
 *
 * @param score as JMH aggregated it; NaN and infinities possible
 * @param error half the width of JMH's 99.9 % interval over all iterations, often NaN
 * @param unit such as {@code ns/op}
 * @param rawData one array per fork, one score per iteration; empty where the file has none. In
 *     sample mode the mean of each iteration's histogram
 * @param samples what sample mode recorded, all forks and iterations together; empty in other modes
 */
public record JmhMetric(
    double score, double error, String unit, double[][] rawData, List<Sampled> samples) {
  /**
   * Some equal samples.
   *
   * @param value in the metric's unit
   * @param count how many, at least 1
   */
  public record Sampled(double value, long count) {}

  /**
   * A metric of any mode but sample.
   *
   * @param score as JMH aggregated it
   * @param error half the width of JMH's interval
   * @param unit such as {@code ns/op}
   * @param rawData one array per fork, one score per iteration
   */
  public JmhMetric(double score, double error, String unit, double[][] rawData) {
    this(score, error, unit, rawData, List.of());
  }

  /**
   * How many measurements the score stands for, as JMH counts them.
   *
   * @return samples in sample mode, else iterations of all forks
   */
  public long count() {
    long count = 0;
    for (Sampled some : samples) {
      count += some.count();
    }
    if (samples.isEmpty()) {
      for (double[] fork : rawData) {
        count += fork.length;
      }
    }
    return count;
  }
}
