package org.svabench.results.jmh;

import java.util.Map;

/** The times of JMH's JSON, written as a count and a unit: {@code "100 ms"}. */
public final class Duration {
  private static final Map<String, Double> NANOSECONDS =
      Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9, "min", 60e9, "hr", 3600e9);

  private Duration() {}

  /**
   * Length of a unit of JMH's.
   *
   * @param unit such as {@code us}
   * @return seconds, NaN for an unknown unit
   */
  public static double unitSeconds(String unit) {
    return unitNanos(unit) / 1e9;
  }

  /**
   * Length of a unit of JMH's.
   *
   * @param unit such as {@code us}
   * @return nanoseconds, an integer; NaN for an unknown unit
   */
  public static double unitNanos(String unit) {
    return NANOSECONDS.getOrDefault(unit, Double.NaN);
  }

  /**
   * Reads such a time.
   *
   * @param text count, space, unit
   * @return seconds, NaN where it is not one, as in single-shot mode
   */
  public static double seconds(String text) {
    String[] parts = text.strip().split("\\s+");
    try {
      return parts.length == 2 ? Double.parseDouble(parts[0]) * unitSeconds(parts[1]) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
