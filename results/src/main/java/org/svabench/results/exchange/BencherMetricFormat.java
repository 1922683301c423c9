package org.svabench.results.exchange;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.svabench.results.exchange.Exported.Figure;
import org.svabench.results.jmh.Duration;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.statistics.Direction;

/**
 * Bencher Metric Format: benchmark name, measure, value with its lower and upper value. Scores are
 * Bencher's own measures, {@code latency} in nanoseconds or {@code throughput} in operations per
 * second; secondary metrics are measures of their name.
 */
final class BencherMetricFormat {
  private static final int LONGEST_NAME = 1024;
  private static final int LONGEST_MEASURE = 64;
  private static final double NANOSECONDS_PER_SECOND = 1e9;

  /** Nulls are left out. */
  private record Value(double value, Double lower_value, Double upper_value) {
    static Value of(Estimate estimate) {
      return new Value(estimate.value(), finite(estimate.low()), finite(estimate.high()));
    }

    private static Double finite(double end) {
      return Double.isFinite(end) ? end : null;
    }
  }

  private BencherMetricFormat() {}

  static Export export(Exported source, ExportOptions options) {
    Map<String, Map<String, Value>> benchmarks = new LinkedHashMap<>();
    int leftOut = 0;
    for (Figure figure : source.figures()) {
      PerOperation cost = PerOperation.of(figure.metric()).orElse(null);
      if (cost == null) {
        continue;
      }
      boolean throughput =
          figure.isScore() && Direction.of(figure.metric().unit()) == Direction.BIGGER_IS_BETTER;
      Estimate estimate = throughput ? perSecond(figure.metric()) : cost.estimate();
      if (!estimate.isFinite()) {
        leftOut++;
        continue;
      }
      String name = shortened(new Figure(figure.key(), "", figure.metric()).fullName());
      String measure = throughput ? "throughput" : figure.isScore() ? "latency" : slug(figure);
      benchmarks.computeIfAbsent(name, n -> new LinkedHashMap<>()).put(measure, Value.of(estimate));
    }
    return Export.json(benchmarks, leftOut);
  }

  private static Estimate perSecond(JmhMetric metric) {
    double unitNanos = Duration.unitNanos(metric.unit().substring("ops/".length()));
    return Estimate.of(metric).dividedBy(unitNanos / NANOSECONDS_PER_SECOND);
  }

  private static String slug(Figure figure) {
    String slug =
        figure
            .name()
            .replaceAll("([a-z])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    return slug.length() <= LONGEST_MEASURE
        ? slug
        : slug.substring(0, LONGEST_MEASURE - 9) + "-" + mark(figure.name());
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME
        ? name
        : name.substring(0, LONGEST_NAME - 9) + " " + mark(name);
  }

  /** Tells cut names from each other, always 8 characters. */
  private static String mark(String text) {
    return String.format(Locale.ROOT, "%08x", text.hashCode());
  }
}
