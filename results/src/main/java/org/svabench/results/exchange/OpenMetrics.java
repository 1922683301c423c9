package org.svabench.results.exchange;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.svabench.results.compare.LatencySite;
import org.svabench.results.exchange.Exported.Figure;
import org.svabench.results.jmh.ResultKey;

/**
 * OpenMetrics 1.0 text in base units: seconds, bytes, plain counts. Benchmark, mode, threads and
 * parameters are labels. Without timestamps, as a scraped target must be; with them, each sample
 * carries the start of the run, for {@code promtool tsdb create-blocks-from openmetrics}.
 *
 * <p>Families: {@code jmh_operation_seconds} with its {@code _lower_} and {@code _upper_} end
 * (throughput as time per operation), {@code jmh_latency_seconds} per call and quantile, {@code
 * jmh_operation_allocated_bytes}, {@code jmh_operation_events} per kind, {@code jmh_metric} for
 * what is left, {@code jmh_run_info} and {@code jmh_run_start_time_seconds}.
 */
final class OpenMetrics {
  private static final double NANOSECONDS_PER_SECOND = 1e9;

  private final OpenMetricsText text;
  private final Map<ResultKey, Map<String, String>> labels = new LinkedHashMap<>();
  private int leftOut;

  private OpenMetrics(Instant time) {
    text = new OpenMetricsText(time);
  }

  static Export export(Exported source, ExportOptions options) {
    Instant started = source.startedAt();
    OpenMetrics metrics = new OpenMetrics(options.timestamps() ? started : null);
    for (Figure figure : source.figures()) {
      metrics.add(figure);
    }
    if (source.run() != null) {
      metrics.about(source, started);
    }
    return Export.of(metrics.text.toString(), metrics.leftOut);
  }

  private void add(Figure figure) {
    double score = figure.metric().score();
    PerOperation cost = PerOperation.of(figure.metric()).orElse(null);
    if (!Double.isFinite(cost == null ? score : cost.estimate().value())) {
      leftOut++;
    } else if (cost == null) {
      text.gauge(
          "jmh_metric",
          "",
          "Secondary metric in a unit of its own.",
          with(figure, "metric", figure.name(), "unit", figure.metric().unit()),
          score);
    } else {
      switch (cost.quantity()) {
        case TIME -> time(figure, cost.estimate().dividedBy(NANOSECONDS_PER_SECOND));
        case BYTES -> bytes(figure, score);
        case EVENTS ->
            text.gauge(
                "jmh_operation_events",
                "",
                "Events per operation.",
                with(figure, "event", figure.name()),
                score);
      }
    }
  }

  private void time(Figure figure, Estimate seconds) {
    LatencySite.Percentile percentile = LatencySite.percentile(figure.name());
    if (percentile != null) {
      text.summary(
          "jmh_latency_seconds",
          "Time of a call, quantiles over all forks; of the mean of calls_per_sample calls.",
          with(
              figure,
              "call",
              percentile.site().call(),
              "calls_per_sample",
              "" + percentile.site().callsPerSample(),
              "quantile",
              OpenMetricsText.number(percentile.quantile())),
          seconds.value());
      return;
    }
    String unit = "seconds";
    Map<String, String> row = with(figure, figure.isScore() ? "" : "metric", figure.name());
    text.gauge("jmh_operation_seconds", unit, "Time per operation.", row, seconds.value());
    if (seconds.hasInterval()) {
      text.gauge("jmh_operation_lower_seconds", unit, "Lower end, 99.9 %.", row, seconds.low());
      text.gauge("jmh_operation_upper_seconds", unit, "Upper end, 99.9 %.", row, seconds.high());
    }
  }

  private void bytes(Figure figure, double score) {
    text.gauge(
        "jmh_operation_allocated_bytes",
        "bytes",
        "Bytes per operation, the harness' own included.",
        with(figure, "metric", figure.name()),
        score);
  }

  private void about(Exported source, Instant started) {
    Map<String, String> about = new LinkedHashMap<>();
    about.put("label", source.run().label());
    about.put("suite", source.run().suite().name());
    about.put("revision", source.run().build().revision());
    about.put("jdk", source.run().java().version());
    about.put("cpu", source.run().machine().cpu());
    // A gauge, not an info: readers of the older text format know no such type.
    text.gauge("jmh_run_info", "", "What was run, and where.", about, 1);
    text.gauge(
        "jmh_run_start_time_seconds",
        "seconds",
        "When the run started, seconds since 1970.",
        Map.of(),
        started.toEpochMilli() / 1000.0);
  }

  private Map<String, String> with(Figure figure, String... more) {
    Map<String, String> all = new LinkedHashMap<>(labels.computeIfAbsent(figure.key(), this::row));
    for (int i = 0; i < more.length; i += 2) {
      if (!more[i].isEmpty()) {
        all.put(more[i], more[i + 1]);
      }
    }
    return all;
  }

  /** Labels of a row; parameters whose names only differ in punctuation get a number behind. */
  private Map<String, String> row(ResultKey key) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("benchmark", key.benchmark());
    row.put("mode", key.mode());
    row.put("threads", "" + key.threads());
    for (String param : new TreeSet<>(key.params().keySet())) {
      String label = "param_" + param.replaceAll("[^A-Za-z0-9_]", "_");
      String free = label;
      for (int n = 2; row.containsKey(free); n++) {
        free = label + "_" + n;
      }
      row.put(free, key.params().get(param));
    }
    return row;
  }
}
