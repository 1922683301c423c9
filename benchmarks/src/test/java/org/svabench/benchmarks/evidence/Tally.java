package org.svabench.benchmarks.evidence;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.svabench.results.gate.verdict.Outcome;

/** Decisions of one rule, by size. Not for concurrent use. */
final class Tally {
  private final Map<Integer, Map<Outcome, Integer>> outcomes = new TreeMap<>();
  private final DescriptiveStatistics seconds = new DescriptiveStatistics();

  void add(int size, Rule.Decision decision) {
    outcomes
        .computeIfAbsent(size, unused -> new EnumMap<>(Outcome.class))
        .merge(decision.outcome(), 1, Integer::sum);
    seconds.addValue(decision.seconds());
  }

  boolean isEmpty() {
    return outcomes.isEmpty();
  }

  boolean has(int size) {
    return outcomes.containsKey(size);
  }

  /** Share of an outcome among the decisions of a size. */
  Share share(int size, Outcome outcome) {
    Map<Outcome, Integer> found = outcomes.get(size);
    return new Share(
        found.getOrDefault(outcome, 0), found.values().stream().mapToInt(Integer::intValue).sum());
  }

  double meanSeconds() {
    return seconds.getMean();
  }

  double p90Seconds() {
    return seconds.getPercentile(90);
  }
}
