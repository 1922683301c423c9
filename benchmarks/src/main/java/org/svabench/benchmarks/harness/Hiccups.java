package org.svabench.benchmarks.harness;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;
import org.svabench.benchmarks.latency.LatencyRecorder;
import org.svabench.benchmarks.latency.RecordedTimes;

/**
 * Pauses of the platform: a thread that does nothing but look at the clock, and the gaps it sees.
 *
 * <p><b>Claims</b> what a latency benchmark of one thread would see if its call took no time at
 * all: scheduling, interrupts, the hypervisor, the JVM. The control of every tail in the same run;
 * a tail of theirs that this one has too is not the model's.
 *
 * <p><b>Controls for</b> nothing; it is a control.
 *
 * <p><b>Does not show</b> pauses of other moments: it runs in forks of its own, beside the latency
 * benchmarks and not during them. Its median is the cost of reading the timer and recording.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class Hiccups {
  /** The clock as one thread sees it. */
  @State(Scope.Thread)
  public static class Clock {
    private RecordedTimes gap;
    private long last;

    /** As JMH makes it. */
    public Clock() {}

    /**
     * Asks for a histogram.
     *
     * @param latency takes the gaps
     */
    @Setup(Level.Trial)
    public void prepare(LatencyRecorder latency) {
      gap = latency.times("gap");
    }

    /** The first gap begins. */
    @Setup(Level.Iteration)
    public void begin() {
      last = System.nanoTime();
    }

    void look() {
      final long now = System.nanoTime();
      gap.record(now - last);
      last = now;
    }
  }

  /**
   * Looks at the clock.
   *
   * @param clock of this thread
   */
  @Benchmark
  public void idle(Clock clock) {
    clock.look();
  }
}
