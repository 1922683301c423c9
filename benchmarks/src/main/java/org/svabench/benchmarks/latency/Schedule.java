package org.svabench.benchmarks.latency;

import java.util.SplittableRandom;

/**
 * When the calls of one thread should start. The next start follows from the last intended one and
 * a gap alone, never from when a call really started or ended: what is late stays late, and is
 * charged for it. (A generator that goes on from the end of its own waiting loop swallows every
 * pause that falls into the loop.)
 *
 * <p>For one thread; allocates nothing after construction.
 */
final class Schedule {
  private final Gaps gaps;
  private final SplittableRandom random;
  private long start;
  private double meanGap;
  private double offset;

  Schedule(Gaps gaps, long seed) {
    this.gaps = gaps;
    this.random = new SplittableRandom(seed);
  }

  /** Begins anew: the first call is due now. */
  void begin(long now, double meanGapNanoseconds) {
    start = now;
    meanGap = meanGapNanoseconds;
    offset = 0;
  }

  /** When the next call should start. */
  long intended() {
    return start + (long) offset;
  }

  /** That call is made or under way. */
  void advance() {
    offset += gaps.next(meanGap, random);
  }

  /**
   * Per cent of the calls due by a time that were made. The time is the end of the window, not of
   * the last call: a thread that hangs in a call misses all that fall due meanwhile.
   */
  double reached(long made, long time) {
    return 100 * made / (made + overdue(time));
  }

  /** Calls that should have started by a time but were not made, by the mean gap. */
  double overdue(long time) {
    long late = time - intended();
    return late < 0 ? 0 : 1 + late / meanGap;
  }
}
