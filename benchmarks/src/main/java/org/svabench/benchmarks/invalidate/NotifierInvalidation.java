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
 * is one notification.
 *
 * <p><b>Claims</b> what a change of page tables costs the one who makes it: with {@code cost=none}
 * the software path alone (list, encoding, ring), hardware completing at once; with a preset also
 * the time of commands, submissions and exits.
 *
 * <p><b>Controls for</b> constant folding (the range is read from fields that are not final), for
 * profile pollution (one design per fork) and for work that a compiler could leave out: every
 * command goes into a ring that is counted, and a run whose counts are not the same in each
 * operation fails. {@code onePage} is the control of the larger ranges, {@code vtd-6.6} that of the
 * other designs.
 *
 * <p><b>Does not show</b> the CPUs' own TLB flush, what a covered page costs when it is used again,
 * or contention: one thread has a machine of its own, also under {@code -t}; see {@code
 * ConcurrentInvalidation}. Ranges reach the notifier as given; what a kernel makes of a flushed
 * range first is shown by {@code fanout}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class NotifierInvalidation {
  /** One page. */
  public static class OnePage extends BoundMm {
    /** A page of its own. */
    public OnePage() {
      super(Ranges.SOMEWHERE, Ranges.SOMEWHERE + Ranges.PAGE);
    }
  }

  /** 2 MiB that one command covers. */
  public static class HugePage extends BoundMm {
    /** Aligned to its size. */
    public HugePage() {
      super(Ranges.SOMEWHERE, Ranges.SOMEWHERE + Ranges.HUGE_PAGE);
    }
  }

  /** 2 MiB across a boundary of 2 MiB. */
  public static class UnalignedHugePage extends BoundMm {
    /** One page off. */
    public UnalignedHugePage() {
      super(Ranges.SOMEWHERE + Ranges.PAGE, Ranges.SOMEWHERE + Ranges.PAGE + Ranges.HUGE_PAGE);
    }
  }

  /** Two pages, one on each side of a boundary. */
  public static class AcrossBoundary extends BoundMm {
    /** The last page before the boundary and the first behind it. */
    public AcrossBoundary() {
      super(Ranges.BOUNDARY - Ranges.PAGE, Ranges.BOUNDARY + Ranges.PAGE);
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
   * Two pages across a boundary of 32 GiB: one power-of-two block that covers them covers 64 GiB.
   *
   * @param mm all devices bound
   */
  @Benchmark
  public void acrossBoundary(AcrossBoundary mm) {
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
