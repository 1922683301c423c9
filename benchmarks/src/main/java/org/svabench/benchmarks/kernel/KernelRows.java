package org.svabench.benchmarks.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;
import org.svabench.benchmarks.latency.LatencyRecorder;

/**
 * The operations that were measured on the kernel's own C, by one thread on hardware without
 * latency. {@link KernelRatio} adds {@code clock} and {@code ratio}: 1 is the speed of the C.
 *
 * <p>Controls: {@link #clockRead}, what ratios are scaled by, and {@code Empty.nothing}, what an
 * empty operation shows. Not shown: contention, and what a wait for real hardware adds to both.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class KernelRows {
  private static final long PAGE = 4096;
  private static final long HUGE_PAGE = 512 * PAGE;
  private static final long SOMEWHERE = 0x7f12_3440_0000L;

  /** An mm that has every device bound; binds the one that was bound first. */
  public static class AllBound extends KernelMm {
    /** A topology by name. */
    @Param({"grid:1x1", "grid:1x4", "grid:1x16", "grid:1x64", "grid:4x16"})
    public String topology;

    /** Everything. */
    public AllBound() {
      super(0, 0);
    }

    @Override
    String topology() {
      return topology;
    }
  }

  /** As {@link AllBound}, for a notification of one page. */
  public static class OnePage extends AllBound {
    @Override
    void operate(BoundSite site) {
      site.invalidate(SOMEWHERE, SOMEWHERE + PAGE);
    }
  }

  /** As {@link AllBound}, for a notification of 2 MiB, aligned. */
  public static class HugePage extends AllBound {
    @Override
    void operate(BoundSite site) {
      site.invalidate(SOMEWHERE, SOMEWHERE + HUGE_PAGE);
    }
  }

  /** As {@link AllBound}, for a notification of everything. */
  public static class WholeMm extends AllBound {
    @Override
    void operate(BoundSite site) {
      site.invalidate(0, -1);
    }
  }

  /** An mm that has every device but the last one bound; binds the last one. */
  public static class AllButOneBound extends KernelMm {
    /** A topology by name. */
    @Param({"grid:1x4", "grid:1x16", "grid:1x64", "grid:4x16"})
    public String topology;

    /** Everything but one. */
    public AllButOneBound() {
      super(1, 1);
    }

    @Override
    String topology() {
      return topology;
    }
  }

  /** An mm that has nothing bound; binds the first device. */
  public static class NothingBound extends KernelMm {
    /** A topology by name. */
    @Param({"grid:1x1", "grid:1x4", "grid:1x16", "grid:1x64", "grid:4x16"})
    public String topology;

    /** Nothing. */
    public NothingBound() {
      super(Integer.MAX_VALUE, 0);
    }

    @Override
    String topology() {
      return topology;
    }
  }

  /**
   * Bind and unbind of a device that is bound already: a reference count.
   *
   * @param mm all devices bound
   */
  @Benchmark
  public void repeat(AllBound mm) {
    mm.operate();
  }

  /**
   * Bind and unbind of one more device.
   *
   * @param mm all other devices bound
   */
  @Benchmark
  public void attach(AllButOneBound mm) {
    mm.operate();
  }

  /**
   * Bind and unbind of the first device: a domain is made and freed.
   *
   * @param mm nothing bound
   */
  @Benchmark
  public void cold(NothingBound mm) {
    mm.operate();
  }

  /**
   * A notification of one page.
   *
   * @param mm all devices bound
   */
  @Benchmark
  public void invalidateOnePage(OnePage mm) {
    mm.operate();
  }

  /**
   * A notification of 2 MiB.
   *
   * @param mm all devices bound
   */
  @Benchmark
  public void invalidateHugePage(HugePage mm) {
    mm.operate();
  }

  /**
   * A notification of everything.
   *
   * @param mm all devices bound
   */
  @Benchmark
  public void invalidateAll(WholeMm mm) {
    mm.operate();
  }

  /**
   * A reading of the clock: what ratios are scaled by.
   *
   * @param latency unused; at hand as in {@code Empty.nothing}
   * @return the reading
   */
  @Benchmark
  public long clockRead(LatencyRecorder latency) {
    return System.nanoTime();
  }
}
