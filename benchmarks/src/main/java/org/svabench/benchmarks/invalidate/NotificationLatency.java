package org.svabench.benchmarks.invalidate;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;
import org.svabench.benchmarks.latency.Arrivals;

/**
 * Latency of a one-page notification with every device bound, by one thread: service time in a
 * closed loop, response time at a fixed rate.
 *
 * <p><b>Claims</b> the whole distribution of what the caller waits, not a mean. In the closed loop
 * a slow notification holds back the next, so few are seen to be slow; at a fixed rate each one is
 * charged from when it should have started, as a caller with work of its own would see it.
 *
 * <p><b>Controls for</b> coordinated omission (intended starts follow from the rate alone), for a
 * rate that was not reached (reported, and warned of), for the timer (its cost is measured in the
 * same fork; samples of the closed loop are at least ten readings long), and for the platform:
 * {@code Hiccups.idle} shows the pauses of a thread that calls nothing. {@code
 * NotifierInvalidation.onePage} makes the same call without timer and without loop, so it is the
 * check that the loop of the closed one is linear.
 *
 * <p><b>Does not show</b> more than one thread; rates are per thread. In the open loop single calls
 * are timed, so it is meant for a cost preset: with {@code cost=none} the timer is a large part of
 * a call, and a fixed rate above one call a microsecond measures the timer. JMH's score of the open
 * loop is the rate at which calls were made, which is the target where it was reached.
 */
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class NotificationLatency {
  /**
   * The next notification starts when the last one has returned.
   *
   * @param mm all devices bound
   */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  @OperationsPerInvocation(Notifying.COUNT)
  public void closedLoop(TimedMm mm) {
    mm.notifyInARow();
  }

  /**
   * Notifications start at a fixed rate, late ones at once.
   *
   * @param mm all devices bound
   * @param arrivals when
   */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public void openLoop(TimedMm mm, Arrivals arrivals) {
    final long intended = arrivals.await();
    if (intended != Arrivals.NONE) {
      mm.notifyOnce();
      arrivals.made(intended);
    }
  }
}
