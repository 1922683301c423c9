package org.svabench.benchmarks.simulation;

import org.HdrHistogram.Histogram;

/**
 * What a run came to. Everything in it is simulated.
 *
 * @param notifications that were measured
 * @param cpus that made them
 * @param elapsed picoseconds in which they ended
 * @param latency of a notification, from its first command to the end of its last wait, nanoseconds
 * @param oldestUnderWay age of the oldest notification that had not ended, nanoseconds
 * @param fullQueues submissions that found too few free slots
 * @param submissions for each notification
 * @param exits for each notification
 * @param heldNanos for how long a notification held the lock of its mm, on average
 * @param longestHeldNanos the longest such hold
 * @param queueHeldNanos for how long queue locks were held for each notification
 * @param reservationAttempts compare-and-exchanges for each submission, 0 where a lock is used
 */
public record SimulationResult(
    long notifications,
    int cpus,
    long elapsed,
    Histogram latency,
    double oldestUnderWay,
    long fullQueues,
    double submissions,
    double exits,
    double heldNanos,
    double longestHeldNanos,
    double queueHeldNanos,
    double reservationAttempts) {
  private static final double SECOND = 1e12;

  /**
   * Notifications of all CPUs together.
   *
   * @return per second
   */
  public double perSecond() {
    return notifications / (elapsed / SECOND);
  }

  /**
   * Notifications of one CPU.
   *
   * @return per second
   */
  public double perSecondAndCpu() {
    return perSecond() / cpus;
  }

  /**
   * A percentile of the latency.
   *
   * @param percent 0..100
   * @return nanoseconds
   */
  public long percentile(double percent) {
    return latency.getValueAtPercentile(percent);
  }

  /**
   * The longest latency, of those under way at the end too.
   *
   * @return nanoseconds
   */
  public long longest() {
    return Math.max(latency.getMaxValue(), Math.round(oldestUnderWay));
  }
}
