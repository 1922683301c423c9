package org.svabench.results.gate;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.record.Window;
import org.svabench.results.input.PrettyJson;
import org.svabench.results.jmh.ResultKey;

/**
 * One side of a gate run as JMH's own JSON, for every tool that reads it: a fork of the side is a
 * fork of the result, in the order of the run, so that forks of one index of the two sides were
 * neighbours. Shape as of JMH 1.37; what JMH says of a machine and the gate does not know is left
 * out.
 */
final class ArmResult {
  private static final double[] PERCENTILES = {
    0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 100
  };
  private static final double TAIL = 0.9995;

  private ArmResult() {}

  /** The document; null where no pair of any row was timed, since JMH has no empty result. */
  static String of(GatePlan plan, Arm arm, List<PairRecord> pairs) {
    Map<ResultKey, List<PairRecord>> rows = new LinkedHashMap<>();
    for (PairRecord pair : pairs) {
      boolean compared = pair.kind() == PairKind.MEASURE || pair.kind() == PairKind.CONFIRM;
      if (compared && pair.complete()) {
        rows.computeIfAbsent(pair.row(), unused -> new ArrayList<>()).add(pair);
      }
    }
    JsonArray document = new JsonArray();
    rows.forEach((key, timed) -> document.add(entry(plan, arm, key, timed)));
    return document.isEmpty() ? null : PrettyJson.of(document);
  }

  private static JsonObject entry(GatePlan plan, Arm arm, ResultKey key, List<PairRecord> pairs) {
    JsonObject entry = new JsonObject();
    if (plan.jars() != null && plan.jars().get(arm) != null) {
      entry.addProperty("jmhVersion", plan.jars().get(arm).jmhVersion());
    }
    entry.addProperty("benchmark", key.benchmark());
    entry.addProperty("mode", key.mode());
    entry.addProperty("threads", key.threads());
    entry.addProperty("forks", pairs.size());
    if (plan.java() != null) {
      entry.addProperty("jdkVersion", plan.java().version());
      entry.addProperty("vmName", plan.java().vm());
    }
    Shape shape = pairs.get(pairs.size() - 1).shape();
    entry.addProperty("warmupIterations", shape.warmups());
    entry.addProperty("warmupTime", shape.windowMillis() + " ms");
    entry.addProperty("warmupBatchSize", 1);
    entry.addProperty("measurementIterations", shape.measurements());
    entry.addProperty("measurementTime", shape.windowMillis() + " ms");
    entry.addProperty("measurementBatchSize", 1);
    if (!key.params().isEmpty()) {
      JsonObject params = new JsonObject();
      key.params().forEach(params::addProperty);
      entry.add("params", params);
    }
    List<double[]> forks = pairs.stream().map(pair -> scores(pair.forks().get(arm))).toList();
    entry.add("primaryMetric", metric(pairs.get(0).forks().get(arm).unit(), forks));
    entry.add("secondaryMetrics", new JsonObject());
    return entry;
  }

  private static double[] scores(ForkLog fork) {
    return fork.windows().stream().filter(Window::measured).mapToDouble(Window::score).toArray();
  }

  private static JsonObject metric(String unit, List<double[]> forks) {
    DescriptiveStatistics all = new DescriptiveStatistics();
    JsonArray raw = new JsonArray();
    for (double[] fork : forks) {
      JsonArray iterations = new JsonArray();
      for (double score : fork) {
        all.addValue(score);
        iterations.add(number(score));
      }
      raw.add(iterations);
    }
    double error =
        all.getN() <= 2
            ? Double.NaN
            : new TDistribution(all.getN() - 1.0).inverseCumulativeProbability(TAIL)
                * all.getStandardDeviation()
                / Math.sqrt(all.getN());
    JsonObject metric = new JsonObject();
    metric.add("score", number(all.getMean()));
    metric.add("scoreError", number(error));
    JsonArray confidence = new JsonArray();
    confidence.add(number(all.getMean() - error));
    confidence.add(number(all.getMean() + error));
    metric.add("scoreConfidence", confidence);
    JsonObject percentiles = new JsonObject();
    for (double percentile : PERCENTILES) {
      percentiles.add(
          String.valueOf(percentile),
          number(percentile == 0 ? all.getMin() : all.getPercentile(percentile)));
    }
    metric.add("scorePercentiles", percentiles);
    metric.addProperty("scoreUnit", unit);
    metric.add("rawData", raw);
    return metric;
  }

  /** Numbers that are none are words in JMH's JSON. */
  private static JsonPrimitive number(double value) {
    return Double.isFinite(value)
        ? new JsonPrimitive(value)
        : new JsonPrimitive(Double.isNaN(value) ? "NaN" : value > 0 ? "+INF" : "-INF");
  }
}
