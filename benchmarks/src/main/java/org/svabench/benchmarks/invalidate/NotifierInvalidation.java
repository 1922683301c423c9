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
 * Throughput of notifications by one thread, with every device of the machine bound. An operation
 * is one notification; hardware completes at once, so this is the software path.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class NotifierInvalidation {
  private static final long PAGE = 4096;
  private static final long HUGE_PAGE = 512 * PAGE;
  private static final long SOMEWHERE = 0x7f12_3440_0000L;

  /** One page. */
  public static class OnePage extends BoundMm {
    /** A page of its own. */
    public OnePage() {
      super(SOMEWHERE, SOMEWHERE + PAGE);
    }
  }

  /** 2 MiB that one command covers. */
  public static class HugePage extends BoundMm {
    /** Aligned to its size. */
    public HugePage() {
      super(SOMEWHERE, SOMEWHERE + HUGE_PAGE);
    }
  }

  /** 2 MiB across a boundary of 2 MiB. */
  public static class UnalignedHugePage extends BoundMm {
    /** One page off. */
    public UnalignedHugePage() {
      super(SOMEWHERE + PAGE, SOMEWHERE + PAGE + HUGE_PAGE);
    }
  }

  /** The whole address space. */
  public static class WholeMm extends BoundMm {
    /** As the kernel says "all". */
    public WholeMm() {
      super(0, -1);
    }
  }

  /**
   * One 4 KiB page.
   *
   * @param mm all devices bound
   */
  @Benchmark
  public void onePage(OnePage mm) {
    mm.invalidate();
  }

  /**
   * 2 MiB, aligned.
   *
   * @param mm all devices bound
   */
  @Benchmark
  public void hugePage(HugePage mm) {
    mm.invalidate();
  }

  /**
   * 2 MiB, not aligned: power-of-two blocks that cover it cover more.
   *
   * @param mm all devices bound
   */
  @Benchmark
  public void unalignedHugePage(UnalignedHugePage mm) {
    mm.invalidate();
  }

  /**
   * The whole mm.
   *
   * @param mm all devices bound
   */
  @Benchmark
  public void wholeMm(WholeMm mm) {
    mm.invalidate();
  }
}
