package org.svabench.results.exchange;

import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.statistics.Direction;
import org.svabench.results.statistics.TimePerOperation;

/**
 * A score with JMH's 99.9 % interval.
 *
 * @param value the score
 * @param low lower end, NaN where there is no interval
 * @param high upper end, NaN where there is no interval or it is open
 */
record Estimate(double value, double low, double high) {
  static Estimate of(JmhMetric metric) {
    return new Estimate(
        metric.score(), metric.score() - metric.error(), metric.score() + metric.error());
  }

  /** As nanoseconds per operation; open above where the interval of a throughput reaches 0. */
  static Estimate nanos(JmhMetric metric) {
    Estimate score = of(metric);
    String unit = metric.unit();
    double value = TimePerOperation.nanos(unit, score.value);
    double ofLow = TimePerOperation.nanos(unit, score.low);
    double ofHigh = TimePerOperation.nanos(unit, score.high);
    return Direction.of(unit) == Direction.SMALLER_IS_BETTER
        ? new Estimate(value, ofLow, ofHigh)
        : new Estimate(value, ofHigh, score.low > 0 ? ofLow : Double.NaN);
  }

  /** In a unit so many times as large. */
  Estimate dividedBy(double factor) {
    return new Estimate(value / factor, low / factor, high / factor);
  }

  boolean isFinite() {
    return Double.isFinite(value);
  }

  boolean hasInterval() {
    return Double.isFinite(low) && Double.isFinite(high);
  }
}
