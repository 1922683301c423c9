package org.svabench.benchmarks.scale;

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
 * A bind or a notification of one mm out of many, each with four devices bound; the mm is another
 * one each time, in an order that no cache knows. {@link HeapPerBond} adds what a bond weighs in
 * the heap, everything of its mm included.
 *
 * <p>Control: {@link #chooseMm} reaches for an mm and its PASID, so it has the first cache miss of
 * the other rows, and the choice. The heap is 3 GiB, never grows, and lies in huge pages where the
 * machine has them, so that the misses counted are those of caches and not those of the TLB too.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {"-Xms3g", "-Xmx3g", "-XX:+UseTransparentHugePages", ForkJvm.COLLECTOR})
public class ManyMms {
  /**
   * Chooses an mm.
   *
   * @param space the mms
   * @return its PASID
   */
  @Benchmark
  public int chooseMm(PasidSpace space) {
    return space.next().pasid();
  }

  /**
   * Bind and unbind of a fifth device.
   *
   * @param space the mms
   */
  @Benchmark
  public void bindAndUnbind(PasidSpace.AnotherDevice space) {
    space.operate();
  }

  /**
   * A notification of one page.
   *
   * @param space the mms
   */
  @Benchmark
  public void invalidateOnePage(PasidSpace.OnePage space) {
    space.operate();
  }
}
