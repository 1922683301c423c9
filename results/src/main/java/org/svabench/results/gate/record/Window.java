package org.svabench.results.gate.record;

/**
 * One iteration of a fork.
 *
 * @param measured false for warm-up
 * @param start {@link System#nanoTime} of the fork; comparable between the forks of one pair where
 *     the platform has one monotonic clock, as Linux has
 * @param end likewise
 * @param score as JMH reports it, in the fork's unit
 * @param median of the samples in sample mode, else the score
 * @param p99 99th percentile of the samples in sample mode, else the score
 */
public record Window(
    boolean measured, long start, long end, double score, double median, double p99) {}
