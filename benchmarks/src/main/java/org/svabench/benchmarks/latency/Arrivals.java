package org.svabench.benchmarks.latency;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.infra.ThreadParams;
import org.openjdk.jmh.runner.IterationType;
import org.svabench.results.doubt.RateReached;

/**
 * Calls that one thread makes at a fixed rate, whether or not the last one was done in time: an
 * open loop. A call that is late starts at once and is charged the delay.
 *
 * <p>Recorded per call: {@code response}, from when it should have started, and {@code service},
 * from when it did. Reported beside them: {@code rate.target}, {@code rate.saturation}, and {@code
 * rate.reached}, the share of the calls due in the measured window that were made; below {@value
 * RateReached#ENOUGH} % the target is beyond what the thread can do and a warning is printed.
 *
 * <p>Warm-up iterations run in a closed loop; the last one is the measure of saturation, per
 * thread, recording included. No correction for coordinated omission is applied to the recorded
 * times: intended starts make them right already, and correcting them again would count every pause
 * twice.
 */
@State(Scope.Thread)
public class Arrivals {
  /** What {@link #await} returns where no call is to be made. */
  public static final long NONE = Long.MIN_VALUE;

  private static final double NANOSECONDS_PER_SECOND = 1e9;

  /** {@code N%} of the saturation measured in warm-up, or {@code N} calls a second; per thread. */
  @Param("50%")
  public String rate;

  /** {@code constant} or {@code poisson}. */
  @Param("constant")
  public String gaps;

  /** Of the gaps; each thread adds its index. */
  @Param("1")
  public long seed;

  private RecordedTimes response;
  private RecordedTimes service;
  private Rate target;
  private Schedule schedule;
  private boolean paced;
  private boolean scheduled;
  private double saturation;
  private double perSecond;
  private double reached;
  private long made;
  private long first;
  private long started;
  private long ended;
  private long length;

  /** As JMH makes it. */
  public Arrivals() {}

  /**
   * Reads the parameters.
   *
   * @param latency takes the times
   * @param thread tells threads apart
   * @param benchmark names it in the warning
   */
  @Setup(Level.Trial)
  public void prepare(LatencyRecorder latency, ThreadParams thread, BenchmarkParams benchmark) {
    response = latency.times("response");
    service = latency.times("service");
    latency.figure("rate.target", "ops/s", () -> perSecond);
    latency.figure("rate.saturation", "ops/s", () -> saturation);
    latency.figure(RateReached.METRIC, "%", () -> reached);
    latency.afterwards(() -> warn(benchmark.getBenchmark()));
    target = Rate.of(rate);
    schedule = new Schedule(Gaps.of(gaps), seed + thread.getThreadIndex());
  }

  /**
   * Begins an iteration.
   *
   * @param iteration warm-up is not paced
   */
  @Setup(Level.Iteration)
  public void open(IterationParams iteration) {
    paced = iteration.getType() == IterationType.MEASUREMENT;
    length = iteration.getTime().convertTo(TimeUnit.NANOSECONDS);
    perSecond = paced ? target.perSecond(saturation) : 0;
    scheduled = false;
    made = 0;
  }

  /**
   * Waits until a call is due; spins, so it takes a CPU of its own.
   *
   * @return when it should have started, to be handed to {@link #made}; {@link #NONE} where no call
   *     is to be made, because the measured window has not begun or is over
   */
  public long await() {
    long now = System.nanoTime();
    if (!scheduled) {
      if (paced && !response.begun()) {
        return NONE;
      }
      schedule.begin(now, NANOSECONDS_PER_SECOND / perSecond);
      scheduled = true;
      first = now;
      ended = now;
    }
    if (!paced) {
      started = now;
      return now;
    }
    final long intended = schedule.intended();
    while (now - intended < 0) {
      if (response.over()) {
        return NONE;
      }
      Thread.onSpinWait();
      now = System.nanoTime();
    }
    if (response.over()) {
      return NONE;
    }
    schedule.advance();
    started = now;
    return intended;
  }

  /**
   * Records the call that was due.
   *
   * @param intended what {@link #await} returned
   */
  public void made(long intended) {
    final long now = System.nanoTime();
    response.record(now - intended);
    service.record(now - started);
    ended = now;
    made++;
  }

  /** Ends an iteration. */
  @TearDown(Level.Iteration)
  public void close() {
    if (paced) {
      reached = scheduled ? schedule.reached(made, first + length) : 0;
    } else {
      saturation = made * NANOSECONDS_PER_SECOND / (ended - first);
    }
  }

  private void warn(String benchmark) {
    if (reached < RateReached.ENOUGH) {
      System.out.printf(
          Locale.ROOT,
          "%nWARNING: %s: %.1f %% of the calls due at %.0f a second were made; the rate is beyond"
              + " what this thread can do (%.0f a second in a closed loop)%n",
          benchmark,
          reached,
          perSecond,
          saturation);
    }
  }
}
