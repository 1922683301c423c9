package org.svabench.results.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Collects samples by family, since a family's lines must stand together, and writes them as
 * OpenMetrics 1.0.
 */
final class OpenMetricsText {
  private final Map<String, StringBuilder> families = new LinkedHashMap<>();
  private final String time;

  /**
   * An empty exposition.
   *
   * @param time of every sample, null for none
   */
  OpenMetricsText(Instant time) {
    this.time =
        time == null ? "" : " " + BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString();
  }

  void gauge(String name, String unit, String help, Map<String, String> labels, double value) {
    sample(family(name, "gauge", unit, help), name, labels, number(value));
  }

  void summary(String name, String help, Map<String, String> labels, double value) {
    sample(family(name, "summary", "seconds", help), name, labels, number(value));
  }

  private StringBuilder family(String name, String type, String unit, String help) {
    return families.computeIfAbsent(
        name,
        n ->
            new StringBuilder("# TYPE " + n + " " + type + "\n")
                .append(unit.isEmpty() ? "" : "# UNIT " + n + " " + unit + "\n")
                .append("# HELP " + n + " " + help + "\n"));
  }

  private void sample(StringBuilder family, String name, Map<String, String> labels, String value) {
    family.append(name);
    if (!labels.isEmpty()) {
      family.append(
          labels.entrySet().stream()
              .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + '"')
              .collect(Collectors.joining(",", "{", "}")));
    }
    family.append(' ').append(value).append(time).append('\n');
  }

  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return String.join("", families.values()) + "# EOF\n";
  }
}
