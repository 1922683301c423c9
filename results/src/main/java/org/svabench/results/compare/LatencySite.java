package org.svabench.results.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.results.jmh.JmhMetric;

/**
 * A call that a benchmark times, as its percentiles stand among the secondary metrics: {@code
 * bind.p99}, or {@code bind.mean-of-64.p99} where one sample is the time of 64 calls.
 *
 * @param metric name without the percentile
 * @param call such as {@code bind}
 * @param callsPerSample 1 for single calls
 */
public record LatencySite(String metric, String call, int callsPerSample) {
  private static final Pattern PERCENTILE =
      Pattern.compile("((\\w+)(?:\\.mean-of-(\\d{1,6}))?)\\.(?:p(\\d{1,2}(?:\\.\\d{1,9})?)|max)");

  /**
   * One percentile of a call.
   *
   * @param site the call
   * @param quantile from 0 to 1, 1 for the maximum
   */
  public record Percentile(LatencySite site, double quantile) {}

  /**
   * Reads the name of a secondary metric.
   *
   * @param name such as {@code bind.p99}
   * @return null where it is no percentile of a call
   */
  public static Percentile percentile(String name) {
    Matcher matcher = PERCENTILE.matcher(name);
    if (!matcher.matches()) {
      return null;
    }
    String batch = matcher.group(3);
    String percent = matcher.group(4);
    return new Percentile(
        new LatencySite(
            matcher.group(1), matcher.group(2), batch == null ? 1 : Integer.parseInt(batch)),
        percent == null ? 1 : new BigDecimal(percent).movePointLeft(2).doubleValue());
  }

  static List<LatencySite> of(SortedMap<String, JmhMetric> secondary) {
    List<LatencySite> sites = new ArrayList<>();
    for (String name : secondary.keySet()) {
      Percentile percentile = percentile(name);
      if (percentile != null && percentile.quantile() == 0.5) {
        sites.add(percentile.site());
      }
    }
    return sites;
  }

  JmhMetric percentile(SortedMap<String, JmhMetric> secondary, String name) {
    return secondary.get(metric + "." + name);
  }

  String label() {
    return callsPerSample == 1 ? call : call + ", mean of " + callsPerSample;
  }
}
