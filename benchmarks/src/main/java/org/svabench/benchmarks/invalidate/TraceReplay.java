package org.svabench.benchmarks.invalidate;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;

/**
 * Time to tell all notifications of a captured mm, one thread, without the pauses between them. An
 * operation is the whole trace, so the counts beside it are those of {@code replay}. Hardware
 * completes at once: this is the software path of one's own workload, to be gated with {@code -p
 * trace=FILE}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class TraceReplay {
  /**
   * All notifications once.
   *
   * @param workload all devices bound
   */
  @Benchmark
  public void wholeTrace(BoundWorkload workload) {
    workload.replay();
  }
}
