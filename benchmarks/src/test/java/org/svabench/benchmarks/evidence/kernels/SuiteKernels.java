package org.svabench.benchmarks.evidence.kernels;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.svabench.benchmarks.ForkJvm;
import org.svabench.benchmarks.bind.BindUnbind;
import org.svabench.benchmarks.evidence.injected.ExtraWork;
import org.svabench.benchmarks.invalidate.NotifierInvalidation;

/**
 * Each does its kernel {@code repeats} times and calls that a hundred operations: 105 repeats are
 * five per cent more work, of the same kind and exactly.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(SuiteKernels.USUAL)
@Fork(jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class SuiteKernels {
  /** Repeats that are no change. */
  public static final int USUAL = 100;

  /** How often. */
  @State(Scope.Thread)
  public static class Work {
    /** {@link #USUAL} and more. */
    @Param("100")
    public int repeats;

    @Setup
    public void extra() {
      repeats = ExtraWork.on(repeats);
    }
  }

  private static final NotifierInvalidation NOTIFIER = new NotifierInvalidation();
  private static final BindUnbind BINDER = new BindUnbind();

  @Benchmark
  public void onePage(Work work, NotifierInvalidation.OnePage mm) {
    for (int i = 0; i < work.repeats; i++) {
      NOTIFIER.onePage(mm);
    }
  }

  @Benchmark
  public void wholeMm(Work work, NotifierInvalidation.WholeMm mm) {
    for (int i = 0; i < work.repeats; i++) {
      NOTIFIER.wholeMm(mm);
    }
  }

  @Benchmark
  public void repeatBond(Work work, BindUnbind.Held bonds) {
    for (int i = 0; i < work.repeats; i++) {
      BINDER.repeatBond(bonds);
    }
  }

  @Benchmark
  public void newDevice(Work work, BindUnbind.HoldingAnother bonds) {
    for (int i = 0; i < work.repeats; i++) {
      BINDER.newDeviceIntoSharedDomain(bonds);
    }
  }
}
