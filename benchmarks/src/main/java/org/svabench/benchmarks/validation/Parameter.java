package org.svabench.benchmarks.validation;

/**
 * What is fitted.
 *
 * @param name a few words
 * @param unit its unit
 * @param start where the search begins; above 0, as every value of it
 */
public record Parameter(String name, String unit, double start) {}
