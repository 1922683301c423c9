package org.svabench.benchmarks.suite;

import org.openjdk.jmh.results.BenchmarkResult;

/** Runs one fork of one row. */
@FunctionalInterface
public interface ForkRunner {
  /**
   * Runs a fork to its end.
   *
   * @param row what to run
   * @return its iterations and parameters
   * @throws ForkFailed if the benchmark or its JVM failed
   */
  BenchmarkResult run(Row row) throws ForkFailed;
}
