package org.svabench.results.gate.verdict;

import java.util.ArrayList;
import java.util.List;
import org.svabench.results.statistics.Robust;
import org.svabench.results.statistics.SignedRank;

/**
 * One metric of one row, pair by pair. The margin is only known once there is a baseline, so it is
 * handed in. Not for concurrent use.
 */
final class MetricCourse {
  private final Metric metric;
  private final List<Double> measured = new ArrayList<>();
  private final List<Double> fresh = new ArrayList<>();

  MetricCourse(Metric metric) {
    this.metric = metric;
  }

  Metric metric() {
    return metric;
  }

  void measure(double log) {
    measured.add(log);
  }

  void confirm(double log) {
    fresh.add(log);
  }

  void clear() {
    measured.clear();
    fresh.clear();
  }

  /** Robust standard deviation of one pair. */
  double deviation() {
    return Robust.deviation(pooled());
  }

  boolean isEmpty() {
    return measured.isEmpty();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double[] pooled() {
    List<Double> all = new ArrayList<>(measured);
    all.addAll(fresh);
    return array(all);
  }

  /** Where the bounds of all pairs so far stand, at the levels of a look. */
  Standing standing(Margin margin, Looks looks, int look) {
    SignedRank ranks = SignedRank.of(pooled());
    return new Standing(
        ranks.estimate(),
        ranks.lower(looks.failLevel(look)),
        ranks.upper(looks.passLevel(look)),
        margin,
        look >= looks.firstFail());
  }

  /** Whether the confirming pairs alone point the same way. */
  boolean freshAgree() {
    return !fresh.isEmpty() && SignedRank.of(array(fresh)).estimate() > 0;
  }

  /**
   * Chance of the first look's evidence at any look, and of the fresh pairs' besides, under a
   * slow-down of no more than the floor. The smallest p over the looks is charged with how the
   * allowance was spread over them; the fresh pairs are independent of it, so the two are joined by
   * Fisher's method.
   */
  double p(Margin margin, Looks looks) {
    double p = 1;
    for (int k = 0; k < looks.count() && looks.pairs(k) <= measured.size(); k++) {
      double[] soFar = array(measured.subList(0, looks.pairs(k)));
      p = Math.min(p, looks.charged(k, SignedRank.of(soFar).pAbove(margin.logFloor())));
    }
    return fresh.isEmpty()
        ? p
        : Fisher.joined(p, SignedRank.of(array(fresh)).pAbove(margin.logFloor()));
  }

  /**
   * Logarithms of the ratio and its bounds.
   *
   * @param estimate Hodges-Lehmann
   * @param low decides a FAIL
   * @param high decides a PASS
   * @param mayFail whether a look of so few pairs can say that it is slower
   */
  record Standing(double estimate, double low, double high, Margin margin, boolean mayFail) {
    boolean slower() {
      return mayFail && low > margin.logFloor();
    }

    boolean withinTolerance() {
      return high < margin.logTolerance();
    }

    boolean regressed() {
      return slower() && !withinTolerance();
    }

    boolean looksTooSlow() {
      return estimate > margin.logTolerance();
    }
  }
}
