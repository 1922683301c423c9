package org.svabench.results.gate.verdict;

/**
 * How much slower is too much, and how much slower is worth a word.
 *
 * @param tolerance a slow-down proved to be below it passes, as a share such as 0.05
 * @param floor a slow-down must be proved to be above it to fail, at most the tolerance
 */
public record Margin(double tolerance, double floor) {
  /**
   * Widens both so that the tolerance is at least some time per operation: a third of a nanosecond
   * is 30 % of a field access and says nothing about a program.
   *
   * @param nanos the least time that matters
   * @param perOperation nanoseconds per operation of the baseline
   * @return this, or a wider one of the same proportions
   */
  Margin atLeast(double nanos, double perOperation) {
    double share = nanos / perOperation;
    return share > tolerance ? new Margin(share, floor * share / tolerance) : this;
  }

  double logTolerance() {
    return Math.log1p(tolerance);
  }

  double logFloor() {
    return Math.log1p(floor);
  }
}
