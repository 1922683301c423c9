package org.svabench.results.jmh;

/**
 * One metric of a benchmark.
 *
 * @param score as JMH aggregated it; NaN and infinities possible
 * @param error half the width of JMH's 99.9 % interval over all iterations, often NaN
 * @param unit such as {@code ns/op}
 * @param rawData one array per fork, one score per iteration; empty where the file has none. In
 *     sample mode the mean of each iteration's histogram
 */
public record JmhMetric(double score, double error, String unit, double[][] rawData) {}
