package org.svabench.results.gate.record;

import java.util.List;
import java.util.Map;

/**
 * What one fork measured.
 *
 * @param unit of its scores, such as {@code ns/op}
 * @param windows in the order of time, warm-up first
 * @param secondary per metric one value per measured iteration, as JMH's result has them
 */
public record ForkLog(String unit, List<Window> windows, Map<String, double[]> secondary) {}
