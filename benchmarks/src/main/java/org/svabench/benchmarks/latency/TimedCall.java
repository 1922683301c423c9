package org.svabench.benchmarks.latency;

/**
 * One call that a benchmark times, on one thread: closed-loop service time. Recording allocates
 * nothing.
 */
public final class TimedCall extends RecordedTimes {
  /** A single call is timed on its own where it takes at least so many readings of the timer. */
  static final int TIMER_COSTS = 10;

  private static final int RAISE = 8;
  private static final long OUTSIDE = Long.MIN_VALUE;

  private final int mostCalls;
  private int callsPerSample;

  TimedCall(String name, int callsPerSample, int mostCalls) {
    super(name);
    this.callsPerSample = callsPerSample;
    this.mostCalls = mostCalls;
  }

  /**
   * How many calls go between {@link #begin} and {@link #end}; fixed during an iteration.
   *
   * @return 1, or a divisor of the most calls the benchmark makes in a row
   */
  public int callsPerSample() {
    return callsPerSample;
  }

  /**
   * Starts a sample.
   *
   * @return to be handed to {@link #end}
   */
  public long begin() {
    return begun() ? System.nanoTime() : OUTSIDE;
  }

  /**
   * Ends a sample of {@link #callsPerSample} calls and records it if all of it was measured time.
   *
   * @param begin what {@link #begin} returned
   */
  public void end(long begin) {
    long nanoseconds = System.nanoTime() - begin;
    if (begin != OUTSIDE) {
      record(nanoseconds);
    }
  }

  /**
   * Makes samples longer where the timer would be too much of them. Only between warm-up
   * iterations, so that all measured samples of a fork are of one kind.
   */
  @Override
  void lengthenFor(double timerNanoseconds) {
    if (!isEmpty() && mean() < TIMER_COSTS * timerNanoseconds && callsPerSample < mostCalls) {
      callsPerSample = Math.min(mostCalls, callsPerSample * RAISE);
    }
  }

  @Override
  int callsPerValue() {
    return callsPerSample;
  }
}
