package org.svabench.results.gate.record;

import java.util.List;
import java.util.Map;
import org.svabench.results.input.MayBeNull;

/**
 * What one fork measured.
 *
 * @param unit of its scores, such as {@code ns/op}
 * @param windows in the order of time, warm-up first
 * @param secondary per metric one value per measured iteration, as JMH's result has them
 * @param cpu what the measuring thread was kept on, null where the scheduler chose
 */
public record ForkLog(
    String unit, List<Window> windows, Map<String, double[]> secondary, @MayBeNull Integer cpu) {

  /**
   * A fork whose CPUs the scheduler chose.
   *
   * @param unit of its scores
   * @param windows in the order of time, warm-up first
   * @param secondary per metric one value per measured iteration
   */
  public ForkLog(String unit, List<Window> windows, Map<String, double[]> secondary) {
    this(unit, windows, secondary, null);
  }
}
