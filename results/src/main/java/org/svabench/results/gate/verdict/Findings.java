package org.svabench.results.gate.verdict;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.statistics.Robust;

/** What a reader of a verdict should know besides. Not for concurrent use. */
final class Findings {
  private final List<PairDifference> differences;
  private final List<String> all = new ArrayList<>();
  private boolean orderDecides;

  Findings(List<PairDifference> differences, List<String> crashes) {
    this.differences = differences;
    if (!crashes.isEmpty()) {
      all.add("replaced after a crash: " + crashes.get(crashes.size() - 1));
    }
    order();
    for (Arm arm : Arm.values()) {
      Modes.of(differences, arm).ifPresent(all::add);
    }
  }

  void add(String finding) {
    all.add(finding);
  }

  List<String> all() {
    return List.copyOf(all);
  }

  /** Whether the two orders disagree about the direction of a difference. */
  boolean orderDecides() {
    return orderDecides;
  }

  private void order() {
    double[] one = first(Arm.BASELINE);
    double[] other = first(Arm.CANDIDATE);
    if (one.length < 4 || other.length < 4) {
      return;
    }
    double a = StatUtils.percentile(one, 50);
    double b = StatUtils.percentile(other, 50);
    double error = Math.hypot(Robust.errorOfMedian(one), Robust.errorOfMedian(other));
    if (Math.abs(a - b) > 3 * error) {
      orderDecides = a * b < 0;
      all.add(
          String.format(
              java.util.Locale.ROOT,
              "ORDER-EFFECT: %+.1f%% when the baseline goes first, %+.1f%% when the candidate does",
              100 * Math.expm1(a),
              100 * Math.expm1(b)));
    }
  }

  private double[] first(Arm arm) {
    return differences.stream()
        .filter(d -> d.first() == arm)
        .mapToDouble(d -> d.logs().get(Metric.TYPICAL))
        .toArray();
  }
}
