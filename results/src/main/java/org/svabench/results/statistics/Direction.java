package org.svabench.results.statistics;

/** Which way a score is better. */
public enum Direction {
  /** Throughput, operations per time. */
  BIGGER_IS_BETTER,
  /** Time, bytes or counts per operation. */
  SMALLER_IS_BETTER;

  /**
   * From the unit, which is what JMH users and tools agree on.
   *
   * @param unit such as {@code ops/us} or {@code ns/op}
   * @return bigger for operations per something, smaller for everything else
   */
  public static Direction of(String unit) {
    return unit.startsWith("ops/") ? BIGGER_IS_BETTER : SMALLER_IS_BETTER;
  }
}
