package org.svabench.benchmarks.bind;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;
import org.svabench.benchmarks.latency.LatencyRecorder;
import org.svabench.benchmarks.machine.SmmuMachine;
import org.svabench.benchmarks.machine.VtdMachine;

/**
 * Latency of bind and of unbind, by one thread. An operation is a bind and its unbind; the two
 * calls are timed apart.
 *
 * <p><b>Claims</b> how long the caller waits in the IOMMU core and the driver, commands encoded and
 * handed over; with a cost preset also for the hardware.
 *
 * <p><b>Controls for</b> state: every operation ends where it began, on {@value Bonds#COUNT} mms in
 * turn, so none runs into a longer list than the one before. The loop over the mms is no loop over
 * one result: each call changes another mm, and {@code -p batch=1} times single calls, so the mean
 * of many can be held against them. Short calls are timed many at a time, "mean of N", because the
 * timer would be most of a single one. {@code firstDevice} is the control of the two others: the
 * same device, nothing to find.
 *
 * <p><b>Does not show</b> what the kernel does around it: the mmap lock and the registration of the
 * notifier, and the synchronous SRCU wait of the last unbind until v6.9. Nor contention: see {@code
 * Churn}.
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
      super(Holding.THE_DEVICE_ITSELF);
    }

    /**
     * Makes the mms.
     *
     * @param chosen what machine
     * @param latency times both calls
     */
    @Setup(Level.Trial)
    public void make(VtdMachine chosen, LatencyRecorder latency) {
      makeMms(chosen.choice(), latency);
    }
  }

  /** Mms that hold another device. */
  public static class HoldingAnother extends Bonds {
    /** Binds the last device, with the first one bound. */
    public HoldingAnother() {
      super(Holding.ANOTHER_DEVICE);
    }

    /**
     * Makes the mms.
     *
     * @param chosen what machine
     * @param latency times both calls
     */
    @Setup(Level.Trial)
    public void make(VtdMachine chosen, LatencyRecorder latency) {
      makeMms(chosen.choice(), latency);
    }
  }

  /** Mms that hold nothing. */
  public static class Unbound extends Bonds {
    /** Binds the first device. */
    public Unbound() {
      super(Holding.NOTHING);
    }

    /**
     * Makes the mms.
     *
     * @param chosen what machine
     * @param latency times both calls
     */
    @Setup(Level.Trial)
    public void make(VtdMachine chosen, LatencyRecorder latency) {
      makeMms(chosen.choice(), latency);
    }
  }

  /** Mms that hold a domain of every IOMMU but one. */
  public static class HoldingIncompatible extends Bonds {
    /** Binds the last device, with those of all other IOMMUs bound. */
    public HoldingIncompatible() {
      super(Holding.ALL_OTHER_IOMMUS);
    }

    /**
     * Makes the mms.
     *
     * @param chosen what machine
     * @param latency times both calls
     */
    @Setup(Level.Trial)
    public void make(SmmuMachine chosen, LatencyRecorder latency) {
      makeMms(chosen.choice(), latency);
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

  /**
   * The mm has a domain behind every other IOMMU, and none of them takes this device (SMMUv3: a
   * domain belongs to one unit, attaching elsewhere fails with -EINVAL). A shared design tries all
   * of them before it makes a new one; {@code smmu-6.6}, with a domain per group, tries none and is
   * the control.
   *
   * @param bonds the mms
   */
  @Benchmark
  @OperationsPerInvocation(Bonds.COUNT)
  public void acrossIncompatibleIommus(HoldingIncompatible bonds) {
    bonds.bindAll();
    bonds.unbindAll();
  }
}
