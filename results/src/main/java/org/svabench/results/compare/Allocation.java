package org.svabench.results.compare;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.jmh.Duration;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.statistics.Direction;

/**
 * Bytes per operation without the harness' own share.
 *
 * <p>JMH's {@code -prof gc} counts what the harness allocates around each iteration, a constant per
 * iteration. A benchmark that does nothing, measured in the same run, shows that constant; divided
 * by the operations of an iteration it is taken off every other row.
 */
final class Allocation {
  private static final String METRIC = "gc.alloc.rate.norm";

  private final double bytesPerIteration;

  private Allocation(double bytesPerIteration) {
    this.bytesPerIteration = bytesPerIteration;
  }

  /** Finds the empty benchmark; without it nothing is taken off. */
  static Allocation of(List<JmhResult> results, String empty) {
    return new Allocation(
        results.stream()
            .filter(r -> r.key().benchmark().equals(empty))
            .map(Allocation::bytesPerIteration)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .findFirst()
            .orElse(0));
  }

  double bytesPerIteration() {
    return bytesPerIteration;
  }

  /** Bytes per operation, empty where the run had no {@code -prof gc}. */
  OptionalDouble perOperation(JmhResult result) {
    JmhMetric norm = result.secondary().get(METRIC);
    double operations = operationsPerIteration(result);
    return norm == null || Double.isNaN(operations)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(0, median(norm) - bytesPerIteration / operations));
  }

  private static OptionalDouble bytesPerIteration(JmhResult result) {
    JmhMetric norm = result.secondary().get(METRIC);
    double operations = operationsPerIteration(result);
    return norm == null || Double.isNaN(operations)
        ? OptionalDouble.empty()
        : OptionalDouble.of(median(norm) * operations);
  }

  private static double median(JmhMetric metric) {
    double[] all = Arrays.stream(metric.rawData()).flatMapToDouble(Arrays::stream).toArray();
    return all.length == 0 ? metric.score() : StatUtils.percentile(all, 50);
  }

  /** From the score and the time of an iteration: JMH's JSON has no count of operations. */
  private static double operationsPerIteration(JmhResult result) {
    JmhMetric primary = result.primary();
    boolean throughput = Direction.of(primary.unit()) == Direction.BIGGER_IS_BETTER;
    String unit = primary.unit().replace("ops/", "").replace("/op", "");
    double seconds = Duration.unitSeconds(unit);
    // An average time is the time of one thread, a throughput that of all together.
    double perSecond =
        throughput
            ? primary.score() / seconds
            : result.key().threads() / (primary.score() * seconds);
    return result.measurementTime() * perSecond;
  }
}
