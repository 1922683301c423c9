package org.svabench.results.gate.verdict;

/**
 * What the pairs say about one metric of one row.
 *
 * @param metric which
 * @param margin its margin, widened for tiny benchmarks
 * @param outcome PASS, FAIL or INCONCLUSIVE
 * @param ratio candidate / baseline, Hodges-Lehmann
 * @param low lower bound that decides FAIL, 0 where there are too few pairs
 * @param high upper bound that decides PASS, infinity where there are too few pairs
 * @param p chance of so clear a slow-down beyond the floor if there were none, looks and
 *     confirmation accounted for
 */
public record MetricVerdict(
    Metric metric,
    Margin margin,
    Outcome outcome,
    double ratio,
    double low,
    double high,
    double p) {

  MetricVerdict as(Outcome other) {
    return new MetricVerdict(metric, margin, other, ratio, low, high, p);
  }
}
