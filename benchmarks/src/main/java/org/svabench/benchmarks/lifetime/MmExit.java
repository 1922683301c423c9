package org.svabench.benchmarks.lifetime;

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

/**
 * Exit of an mm with devices bound, by one thread. An operation is an mm's whole life: made, every
 * device bound, exit, every handle dropped, dead and its PASID free again. The exit is timed apart.
 *
 * <p><b>Claims</b> what a process waits in {@code exit_mmap} for the IOMMUs: its entries are torn
 * down while all its devices are still bound. Counts and score are those of the whole life.
 *
 * <p><b>Controls for</b> state: mms, bonds and PASIDs go back to their pools within an operation.
 * {@code nothingBound} is the control: a life without a device, what is left is the exit itself.
 *
 * <p><b>Does not show</b> the wait for notifications that are under way when the exit begins, since
 * there are none, nor what the kernel does besides.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class MmExit {
  /** Mms that die with every device bound. */
  public static class Bound extends Lives {
    /** Binds all. */
    public Bound() {
      super(true);
    }
  }

  /** Mms that never had a device. */
  public static class NeverBound extends Lives {
    /** Binds none. */
    public NeverBound() {
      super(false);
    }
  }

  /**
   * Every device of the machine is bound.
   *
   * @param lives the mms
   */
  @Benchmark
  @OperationsPerInvocation(Lives.COUNT)
  public void allDevicesBound(Bound lives) {
    lives.liveAll();
  }

  /**
   * No device was ever bound.
   *
   * @param lives the mms
   */
  @Benchmark
  @OperationsPerInvocation(Lives.COUNT)
  public void nothingBound(NeverBound lives) {
    lives.liveAll();
  }
}
