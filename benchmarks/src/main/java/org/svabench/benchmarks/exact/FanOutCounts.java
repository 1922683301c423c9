package org.svabench.benchmarks.exact;

/** Running totals of what a machine under test has sent. Read only while it is quiet. */
public interface FanOutCounts {
  /**
   * Invalidation descriptors, waits not among them.
   *
   * @return total so far
   */
  long commands();

  /**
   * Wait descriptors, CMD_SYNC or COMPLETION_WAIT.
   *
   * @return total so far
   */
  long waits();

  /**
   * Hand-overs to a trapped queue.
   *
   * @return total so far
   */
  long exits();
}
