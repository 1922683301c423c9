package org.svabench.results.exchange;

import java.util.Optional;
import org.svabench.results.jmh.Duration;
import org.svabench.results.jmh.JmhMetric;

/**
 * A metric of which less is always better: time, bytes or events per operation. Throughput is
 * turned into time, so that all rows of a dashboard have one direction and one unit, whatever unit
 * a benchmark's author chose.
 *
 * @param quantity what is counted
 * @param estimate in the quantity's unit
 */
record PerOperation(Quantity quantity, Estimate estimate) {
  /** What an operation costs. */
  enum Quantity {
    TIME("ns/op"),
    BYTES("B/op"),
    EVENTS("#/op");

    private final String unit;

    Quantity(String unit) {
      this.unit = unit;
    }

    String unit() {
      return unit;
    }
  }

  /** The metric as cost; empty where it is none, like a rate of allocation or a total. */
  static Optional<PerOperation> of(JmhMetric metric) {
    String unit = metric.unit();
    if (unit.equals(Quantity.BYTES.unit)) {
      return Optional.of(new PerOperation(Quantity.BYTES, Estimate.of(metric)));
    }
    if (unit.equals(Quantity.EVENTS.unit)) {
      return Optional.of(new PerOperation(Quantity.EVENTS, Estimate.of(metric)));
    }
    String time = unit.startsWith("ops/") ? unit.substring(4) : unit.replaceFirst("/op$", "");
    return time.length() == unit.length() || Double.isNaN(Duration.unitNanos(time))
        ? Optional.empty()
        : Optional.of(new PerOperation(Quantity.TIME, Estimate.nanos(metric)));
  }
}
