package org.svabench.benchmarks.latency;

import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.Control;

/**
 * Times of one kind, recorded by one thread.
 *
 * <p>They count only inside the measured window: with synchronised iterations JMH's workers call
 * the benchmark before the window, until all have started, and after it, until all have stopped
 * (source: JMH 1.37, {@code BenchmarkGenerator}, the catch-up loops). Recording allocates nothing.
 */
public class RecordedTimes {
  /** Longer times are recorded as this long, in nanoseconds. */
  static final long HIGHEST = 60_000_000_000L;

  /** Significant decimal digits of a recorded value. */
  static final int DIGITS = 3;

  private final String name;
  private final Histogram histogram = new Histogram(1, HIGHEST, DIGITS);
  private Control window;

  /** Times of a name; {@link LatencyRecorder} makes them. */
  RecordedTimes(String name) {
    this.name = name;
  }

  /**
   * Records a time that has just ended.
   *
   * @param nanoseconds 0 or above; ignored outside the measured window
   */
  public final void record(long nanoseconds) {
    if (begun() && !window.stopMeasurement) {
      histogram.recordValue(Math.min(nanoseconds, HIGHEST));
    }
  }

  /** Whether the measured window has begun. */
  final boolean begun() {
    return window.startMeasurement;
  }

  /** Whether the measured window is over. */
  final boolean over() {
    return window.stopMeasurement;
  }

  final void open(Control window) {
    this.window = window;
    histogram.reset();
    histogram.setStartTimeStamp(System.currentTimeMillis());
  }

  final void close() {
    histogram.setEndTimeStamp(System.currentTimeMillis());
  }

  /** Called between warm-up iterations with what the timer costs. */
  void lengthenFor(double timerNanoseconds) {}

  /** How many calls each recorded value is the time of. */
  int callsPerValue() {
    return 1;
  }

  final boolean isEmpty() {
    return histogram.getTotalCount() == 0;
  }

  final double mean() {
    return histogram.getMean();
  }

  /** What was recorded since {@link #open}, or null where nothing was. */
  final HistogramResult result() {
    // An empty histogram would give every benchmark a row of NaN.
    return isEmpty() ? null : new HistogramResult(name, callsPerValue(), histogram.copy());
  }
}
