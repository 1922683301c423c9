package org.svabench.benchmarks.latency;

import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.Control;

/**
 * One call that a benchmark times, on one thread.
 *
 * <p>Samples count only inside the measured window: with synchronised iterations JMH's workers call
 * the benchmark before the window, until all have started, and after it, until all have stopped
 * (source: JMH 1.37, {@code BenchmarkGenerator}, the catch-up loops). Recording allocates nothing.
 */
public final class TimedCall {
  /** Longer samples are recorded as this long, in nanoseconds. */
  static final long HIGHEST = 60_000_000_000L;

  /** Significant decimal digits of a recorded value. */
  static final int DIGITS = 3;

  /** A single call is timed on its own where it takes at least so many readings of the timer. */
  static final int TIMER_COSTS = 10;

  private static final int RAISE = 8;
  private static final long OUTSIDE = Long.MIN_VALUE;

  private final String name;
  private final int mostCalls;
  private final Histogram histogram = new Histogram(1, HIGHEST, DIGITS);
  private int callsPerSample;
  private Control window;

  TimedCall(String name, int callsPerSample, int mostCalls) {
    this.name = name;
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
    return window.startMeasurement ? System.nanoTime() : OUTSIDE;
  }

  /**
   * Ends a sample of {@link #callsPerSample} calls and records it if all of it was measured time.
   *
   * @param begin what {@link #begin} returned
   */
  public void end(long begin) {
    long nanoseconds = System.nanoTime() - begin;
    if (begin != OUTSIDE && !window.stopMeasurement) {
      histogram.recordValue(Math.min(nanoseconds, HIGHEST));
    }
  }

  void open(Control window) {
    this.window = window;
    histogram.reset();
    histogram.setStartTimeStamp(System.currentTimeMillis());
  }

  void close() {
    histogram.setEndTimeStamp(System.currentTimeMillis());
  }

  /**
   * Makes samples longer where the timer would be too much of them. Only between warm-up
   * iterations, so that all measured samples of a fork are of one kind.
   */
  void lengthenFor(double timerNanoseconds) {
    if (histogram.getTotalCount() > 0
        && histogram.getMean() < TIMER_COSTS * timerNanoseconds
        && callsPerSample < mostCalls) {
      callsPerSample = Math.min(mostCalls, callsPerSample * RAISE);
    }
  }

  /** What was recorded since {@link #open}, or null where nothing was. */
  HistogramResult result() {
    return histogram.getTotalCount() == 0
        ? null
        : new HistogramResult(name, callsPerSample, histogram.copy());
  }
}
