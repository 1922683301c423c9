package org.svabench.results.exchange;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.svabench.results.compare.Counter;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;

/**
 * InfluxDB line protocol, one line a row: measurement {@code jmh}, tags benchmark, mode, threads
 * and parameters, fields score and error in JMH's unit, {@code nanos_per_op}, and every secondary
 * metric under its name. The time is the start of the run, so that writing it twice changes
 * nothing; JMH's JSON has no time, and its lines get the server's.
 *
 * <p>A field keeps one type for ever, so only what cannot be anything else is written as an
 * integer: the exact counts, samples and forks.
 */
final class InfluxLines {
  private static final long NANOSECONDS_PER_MILLISECOND = 1_000_000;

  private InfluxLines() {}

  static Export export(Exported source, ExportOptions options) {
    Instant started = source.startedAt();
    String time = started == null ? "" : " " + started.toEpochMilli() * NANOSECONDS_PER_MILLISECOND;
    StringBuilder text = new StringBuilder();
    int leftOut = 0;
    for (JmhResult result : source.results()) {
      Map<String, String> fields = new TreeMap<>();
      for (Map.Entry<String, JmhMetric> metric : result.secondary().entrySet()) {
        double score = metric.getValue().score();
        if (Double.isFinite(score)) {
          fields.put(metric.getKey(), field(metric.getKey(), score));
        } else {
          leftOut++;
        }
      }
      if (Double.isFinite(result.primary().score())) {
        score(result, fields);
      } else {
        leftOut++;
      }
      fields.put("samples", result.primary().count() + "i");
      if (source.run() != null) {
        fields.put("revision", quoted(source.run().build().revision()));
      }
      fields.put("forks", result.primary().rawData().length + "i");
      text.append("jmh,").append(joined(tags(result)));
      text.append(' ').append(joined(fields)).append(time).append('\n');
    }
    return Export.of(text.toString(), leftOut);
  }

  private static void score(JmhResult result, Map<String, String> fields) {
    JmhMetric primary = result.primary();
    fields.put("score", Double.toString(primary.score()));
    fields.put("unit", quoted(primary.unit()));
    if (Double.isFinite(primary.error())) {
      fields.put("error", Double.toString(primary.error()));
    }
    PerOperation.of(primary)
        .filter(cost -> cost.quantity() == PerOperation.Quantity.TIME)
        .filter(cost -> cost.estimate().isFinite())
        .ifPresent(cost -> fields.put("nanos_per_op", Double.toString(cost.estimate().value())));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String field(String name, double value) {
    return Counter.isExact(name) && value == Math.rint(value)
        ? (long) value + "i"
        : Double.toString(value);
  }

  private static Map<String, String> tags(JmhResult result) {
    Map<String, String> tags = new TreeMap<>();
    tags.put("benchmark", escaped(result.key().benchmark()));
    tags.put("mode", escaped(result.key().mode()));
    tags.put("threads", "" + result.key().threads());
    result
        .params()
        .forEach(
            (name, value) -> {
              if (!value.isEmpty()) {
                tags.put(tags.containsKey(name) ? "param_" + name : name, escaped(value));
              }
            });
    tags.values().removeIf(String::isEmpty);
    return tags;
  }

  private static String joined(Map<String, String> pairs) {
    return pairs.entrySet().stream()
        .map(pair -> escaped(pair.getKey()) + "=" + pair.getValue())
        .collect(Collectors.joining(","));
  }

  /** Keys and tag values; a line's end has no escape, and a backslash at the end would be one. */
  private static String escaped(String text) {
    String plain = text.replaceAll("[\r\n]+", " ").replaceAll("\\\\+$", "");
    return plain.replaceAll("([,= ])", "\\\\$1");
  }
}
