package org.svabench.benchmarks.validation;

/**
 * A published figure and the simulated one.
 *
 * @param point the published one
 * @param predicted the simulated one, in the same unit
 */
public record ValidatedPoint(PublishedPoint point, double predicted) {
  /**
   * How far off the simulated one is.
   *
   * @return share of the published one, above 0 where the simulated one is larger
   */
  public double error() {
    return predicted / point.published() - 1;
  }

  boolean isPrediction() {
    return point.role() == PublishedPoint.Role.PREDICTED;
  }
}
