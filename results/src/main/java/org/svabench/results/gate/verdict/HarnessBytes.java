package org.svabench.results.gate.verdict;

import java.util.Map;
import org.svabench.results.gate.record.ForkLog;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.jmh.ResultKey;

/** What JMH itself allocates around an iteration of {@code -prof gc}. */
public final class HarnessBytes {
  private static final ResultKey EMPTY = new ResultKey("empty", "thrpt", 1, Map.of());

  private HarnessBytes() {}

  /**
   * From a benchmark that does nothing: all that is counted is the harness' own.
   *
   * @param empty its fork, of one thread
   * @param shape of the fork
   * @return bytes per iteration, 0 where nothing was counted
   */
  public static double of(ForkLog empty, Shape shape) {
    Allocated uncorrected = new Allocated(0, EMPTY);
    return uncorrected.reported(empty).orElse(0) * uncorrected.operations(empty, shape);
  }
}
