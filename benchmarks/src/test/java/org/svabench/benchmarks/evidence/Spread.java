package org.svabench.benchmarks.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.verdict.Metric;
import org.svabench.results.gate.verdict.PairDifference;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.table.Table;

/** What recorded pairs differ by, beside the work that was put into their candidates. */
final class Spread {
  private static final String ALL = "all";

  private Spread() {}

  /** A line per kernel and way of meeting, and one for all kernels together. */
  static Table of(List<RecordedPair> pairs) {
    Table table =
        new Table(2, List.of("pairs", "kernel", "number", "half within", "root mean square"));
    Map<String, Map<String, List<RecordedPair>>> groups =
        pairs.stream()
            .collect(
                Collectors.groupingBy(
                    Spread::how,
                    TreeMap::new,
                    Collectors.groupingBy(
                        RecordedPair::kernel, TreeMap::new, Collectors.toList())));
    groups.forEach(
        (how, kernels) -> {
          kernels.forEach((kernel, some) -> table.add(line(how, kernel, some)));
          table.add(line(how, ALL, kernels.values().stream().flatMap(List::stream).toList()));
        });
    return table;
  }

  private static String how(RecordedPair pair) {
    return pair.pairing().name().toLowerCase(Locale.ROOT)
        + (pair.cpu() == null ? ", any CPU" : ", one CPU");
  }

  private static List<String> line(String how, String kernel, List<RecordedPair> pairs) {
    double[] distances = pairs.stream().mapToDouble(Spread::distance).toArray();
    return List.of(
        how,
        kernel,
        String.valueOf(distances.length),
        percent(StatUtils.percentile(distances, 50)),
        percent(Math.sqrt(StatUtils.sumSq(distances) / distances.length)));
  }

  private static String percent(double log) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * Math.expm1(log));
  }

  /** Of the logs: what the gate sees from what is true. */
  private static double distance(RecordedPair pair) {
    ResultKey row = new ResultKey(pair.kernel(), "avgt", 1, Map.of());
    double seen =
        PairDifference.of(pair.as(PairKind.MEASURE, row), false).logs().get(Metric.TYPICAL);
    return Math.abs(seen - Math.log(pair.repeats() / 100.0));
  }
}
