package org.svabench.benchmarks.suite;

import java.util.List;
import java.util.Map;

/**
 * One benchmark of a suite with the values its parameters take; those not named take the
 * benchmark's own.
 *
 * @param benchmark fully qualified name
 * @param params every combination of the values is a row
 * @param shape of a fork
 */
public record Block(String benchmark, Map<String, List<String>> params, Shape shape) {}
