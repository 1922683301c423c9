package org.svabench.benchmarks.bind;

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
 * Latency of bind and of unbind, by one thread. An operation is a bind and its unbind; the two
 * calls are timed apart. Left out is what the kernel does around them: the mmap lock and the
 * registration of the notifier, and the synchronous SRCU wait of the last unbind until v6.9.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class BindUnbind {

  /** Mms that hold the device already. */
  public static class Held extends Bonds {
    /** Binds the first device again. */
    public Held() {
      super(true, false);
    }
  }

  /** Mms that hold another device. */
  public static class HoldingAnother extends Bonds {
    /** Binds the last device, with the first one bound. */
    public HoldingAnother() {
      super(true, true);
    }
  }

  /** Mms that hold nothing. */
  public static class Unbound extends Bonds {
    /** Binds the first device. */
    public Unbound() {
      super(false, false);
    }
  }

  /**
   * The device is bound to this mm already.
   *
   * @param bonds the mms
   */
  @Benchmark
  @OperationsPerInvocation(Bonds.COUNT)
  public void repeatBond(Held bonds) {
    bonds.bindAll();
    bonds.unbindAll();
  }

  /**
   * Another device is bound to this mm: a shared design attaches to its domain, a design with a
   * domain per group makes one.
   *
   * @param bonds the mms
   */
  @Benchmark
  @OperationsPerInvocation(Bonds.COUNT)
  public void newDeviceIntoSharedDomain(HoldingAnother bonds) {
    bonds.bindAll();
    bonds.unbindAll();
  }

  /**
   * The first device of an mm: its domain is made, and freed by the unbind.
   *
   * @param bonds the mms
   */
  @Benchmark
  @OperationsPerInvocation(Bonds.COUNT)
  public void firstDevice(Unbound bonds) {
    bonds.bindAll();
    bonds.unbindAll();
  }
}
