package org.svabench.benchmarks.trace.process;

import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.TraceCounts;

/**
 * Time of a trace, made to run forward: a step back, and a step forward by more than an hour, are
 * taken as no time at all. Steps back of less than a millisecond come from lines of several
 * processors that a tracer did not sort; they are no jumps.
 */
final class TraceClock {
  private static final long SMALL_STEP = 1_000_000L;
  private static final long HOUR = 3_600_000_000_000L;

  private final TraceCounts counts;
  private boolean started;
  private long lastRaw;
  private long shift;
  private long now;

  TraceClock(TraceCounts counts) {
    this.counts = counts;
  }

  boolean started() {
    return started;
  }

  /** The time last told, nanoseconds; 0 before there was one. */
  long now() {
    return now;
  }

  /** The time, nanoseconds, never less than before. */
  long at(long raw) {
    if (!started) {
      started = true;
      lastRaw = raw;
      now = raw;
      return now;
    }
    long step = raw - lastRaw;
    if (step < 0 && step > -SMALL_STEP) {
      return now;
    }
    if (step < 0 || step > HOUR) {
      counts.assumed(Assumption.CLOCK_JUMP);
      shift -= step;
    }
    lastRaw = raw;
    now = Math.max(now, raw + shift);
    return now;
  }
}
