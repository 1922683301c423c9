package org.svabench.results.compare;

import java.util.SortedMap;
import java.util.TreeMap;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;

/**
 * The scores of the kinds of threads of a JMH group. JMH's file has them among the secondary
 * metrics, under the names of the group's methods, in the unit of the group's own score.
 */
final class GroupSides {
  private GroupSides() {}

  /** By name of the method; empty where the result is not that of a group. */
  static SortedMap<String, JmhMetric> of(JmhResult result) {
    SortedMap<String, JmhMetric> sides = new TreeMap<>();
    result
        .secondary()
        .forEach(
            (name, metric) -> {
              boolean timed = result.secondary().containsKey(name + ".p50");
              if (!name.contains(".") && !timed && metric.unit().equals(result.primary().unit())) {
                sides.put(name, metric);
              }
            });
    return sides;
  }
}
