package org.svabench.results.compare;

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
record LatencySite(String metric, String call, int callsPerSample) {
  private static final Pattern MEDIAN = Pattern.compile("((\\w+)(?:\\.mean-of-(\\d{1,6}))?)\\.p50");

  static List<LatencySite> of(SortedMap<String, JmhMetric> secondary) {
    List<LatencySite> sites = new ArrayList<>();
    for (String name : secondary.keySet()) {
      Matcher median = MEDIAN.matcher(name);
      if (median.matches()) {
        String batch = median.group(3);
        sites.add(
            new LatencySite(
                median.group(1), median.group(2), batch == null ? 1 : Integer.parseInt(batch)));
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
