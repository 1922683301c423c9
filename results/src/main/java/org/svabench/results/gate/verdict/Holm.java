package org.svabench.results.gate.verdict;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Holm's step-down procedure: of so many tests, which may be called significant together. Valid
 * whatever the dependence between them (Holm, Scandinavian Journal of Statistics 1979).
 */
final class Holm {
  private Holm() {}

  /**
   * Adjusts p values so that each may be held against the allowance of all together.
   *
   * @param p one per test
   * @return in the same order, none smaller than before
   */
  static double[] adjusted(double[] p) {
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    double[] adjusted = new double[p.length];
    double largest = 0;
    for (int i = 0; i < order.length; i++) {
      largest = Math.max(largest, Math.min(1, p[order[i]] * (p.length - i)));
      adjusted[order[i]] = largest;
    }
    return adjusted;
  }
}
