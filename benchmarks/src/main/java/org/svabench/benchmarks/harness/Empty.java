package org.svabench.benchmarks.harness;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;
import org.svabench.benchmarks.latency.LatencyRecorder;

/** Nothing: what {@code -prof gc} shows here is the harness' own allocation per iteration. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class Empty {
  /**
   * Does nothing, with a recorder at hand as the latency benchmarks have.
   *
   * @param latency unused
   */
  @Benchmark
  public void nothing(LatencyRecorder latency) {}

  /**
   * One side of a group that does nothing: JMH allocates more for groups.
   *
   * @param latency unused
   */
  @Benchmark
  @Group("together")
  public void one(LatencyRecorder latency) {}

  /**
   * The other side.
   *
   * @param latency unused
   */
  @Benchmark
  @Group("together")
  public void other(LatencyRecorder latency) {}
}
