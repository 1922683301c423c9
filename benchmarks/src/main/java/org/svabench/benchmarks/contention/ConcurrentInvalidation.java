package org.svabench.benchmarks.contention;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;
import org.svabench.benchmarks.invalidate.Notifying;
import org.svabench.benchmarks.machine.AllBound;
import org.svabench.model.mm.Mm;

/**
 * One-page notifications by several threads of one machine, every device bound.
 *
 * <p><b>Claims</b> what notifications of one mm cost each other: drivers up to v6.9 walk their list
 * under RCU, later ones hold a lock of the domain across every wait for the hardware, so with a
 * cost preset their threads queue up. {@code ownMm} is the control: the same threads meet at the
 * IOMMUs' queues only.
 *
 * <p><b>Controls for</b> false sharing (each thread has a CPU of its own, padded) and for counts: a
 * notification sends the same whoever else does, or the run fails.
 *
 * <p><b>Does not show</b> more threads than the machine has CPUs: beyond that it measures the
 * scheduler. Contention at 8 to 64 CPUs is simulated elsewhere.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
@Threads(2) // the least that can meet; -t changes it
public class ConcurrentInvalidation {
  /** A thread of a process with several. */
  @State(Scope.Thread)
  public static class OneOfTheProcess {
    private Notifying notifying;
    private Mm mm;

    /** As JMH makes it. */
    public OneOfTheProcess() {}

    /**
     * Joins the machine.
     *
     * @param machine shared
     * @param notifying this thread's
     */
    @Setup(Level.Trial)
    public void join(SharedMachine machine, Notifying notifying) {
      this.notifying = notifying;
      notifying.on(machine.machine());
      mm = machine.mm();
    }
  }

  /** A process of its own. */
  @State(Scope.Thread)
  public static class ItsOwnProcess {
    private Notifying notifying;
    private Mm mm;

    /** As JMH makes it. */
    public ItsOwnProcess() {}

    /**
     * Joins the machine with another mm.
     *
     * @param machine shared
     * @param notifying this thread's
     */
    @Setup(Level.Trial)
    public void join(SharedMachine machine, Notifying notifying) {
      this.notifying = notifying;
      mm = AllBound.mm(machine.machine(), notifying.on(machine.machine()));
    }
  }

  /**
   * All threads notify of the same mm.
   *
   * @param thread of the process
   */
  @Benchmark
  @OperationsPerInvocation(Notifying.COUNT)
  public void sameMm(OneOfTheProcess thread) {
    thread.notifying.inARow(thread.mm);
  }

  /**
   * Each thread notifies of its own mm.
   *
   * @param thread of its own process
   */
  @Benchmark
  @OperationsPerInvocation(Notifying.COUNT)
  public void ownMm(ItsOwnProcess thread) {
    thread.notifying.inARow(thread.mm);
  }
}
