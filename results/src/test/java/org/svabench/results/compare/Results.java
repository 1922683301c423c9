package org.svabench.results.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.JmhSetting;
import org.svabench.results.jmh.ResultKey;

/** Makes results as JMH would have written them. */
final class Results {
  private Results() {}

  /** A result whose secondary metrics have the same value in every iteration. */
  static JmhResult of(
      String benchmark,
      Map<String, String> params,
      String unit,
      double[][] scores,
      Map<String, Double> secondary) {
    SortedMap<String, JmhMetric> metrics = new TreeMap<>();
    secondary.forEach(
        (name, value) -> {
          double[][] raw = Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
          for (double[] fork : raw) {
            Arrays.fill(fork, value);
          }
          metrics.put(name, new JmhMetric(value, Double.NaN, "#/op", raw));
        });
    double mean = Arrays.stream(scores).flatMapToDouble(Arrays::stream).average().orElseThrow();
    return new JmhResult(
        new ResultKey(benchmark, unit.startsWith("ops") ? "thrpt" : "avgt", 1, params),
        scores.length,
        new JmhSetting("1.37", "17", "", List.of(), 1, "100 ms", scores[0].length, "100 ms"),
        new JmhMetric(mean, Double.NaN, unit, scores),
        metrics);
  }
}
