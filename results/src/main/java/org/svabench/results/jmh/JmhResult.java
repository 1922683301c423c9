package org.svabench.results.jmh;

import java.util.Map;
import java.util.SortedMap;

/**
 * One entry of JMH's JSON.
 *
 * @param key what tells it from the others
 * @param forks configured forks; fewer arrays in {@code rawData} mean that some failed
 * @param setting how it was run
 * @param primary the score
 * @param secondary by name, without the dot JMH put before profiler results until 1.36
 */
public record JmhResult(
    ResultKey key,
    int forks,
    JmhSetting setting,
    JmhMetric primary,
    SortedMap<String, JmhMetric> secondary) {

  /**
   * Parameters, in the order of the file.
   *
   * @return name to value
   */
  public Map<String, String> params() {
    return key.params();
  }

  /**
   * Length of a measured iteration.
   *
   * @return seconds, NaN where unknown
   */
  public double measurementTime() {
    return Duration.seconds(setting.measurementTime());
  }
}
