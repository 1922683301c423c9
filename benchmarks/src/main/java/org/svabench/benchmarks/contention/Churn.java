package org.svabench.benchmarks.contention;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.svabench.benchmarks.ForkJvm;
import org.svabench.benchmarks.invalidate.Notifying;

/**
 * Notifications under bind and unbind churn, and binding under notification load: two threads, one
 * that notifies of one page and one that binds and unbinds the last device.
 *
 * <p><b>Claims</b> what the two cost each other. The score of a group mixes both sides; read the
 * sides, {@code notifier} and {@code binder}, and the latency of {@code notify} and {@code
 * bindUnbind}. Counts are per notification and means, labelled so: whether a notification finds the
 * last device bound depends on the moment. What binds and unbinds send themselves is taken off.
 *
 * <p><b>Controls for</b> the machine shared: in {@code anotherMm} the binder works on another mm,
 * so the two meet at the IOMMUs' queues and nowhere else; what {@code sameMm} costs beyond it is
 * the index, the domain's lock and reclamation. {@code NotifierInvalidation.onePage} and {@code
 * BindUnbind} are the two sides alone.
 *
 * <p><b>Does not show</b> more binders: on two CPUs one thread a side is the ceiling. The sides run
 * freely, so a design whose binds are faster also disturbs more.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 3,
    jvmArgsPrepend = {ForkJvm.HEAP, ForkJvm.MAX_HEAP, ForkJvm.COLLECTOR})
public class Churn {
  /** The notifying thread of a group. */
  @State(Scope.Thread)
  public static class NotifierSide {
    private Notifying notifying;

    /** As JMH makes it. */
    public NotifierSide() {}

    /**
     * Joins the group.
     *
     * @param machine of the group
     * @param notifying this thread's
     */
    @Setup(Level.Trial)
    public void join(ChurnedMachine machine, Notifying notifying) {
      this.notifying = notifying;
      machine.join(notifying);
    }
  }

  /** The binding thread of a group. */
  @State(Scope.Thread)
  public static class BinderSide {
    private Binding binding;

    /** As JMH makes it. */
    public BinderSide() {}

    /**
     * Joins the group.
     *
     * @param machine of the group
     * @param binding this thread's
     */
    @Setup(Level.Trial)
    public void join(ChurnedMachine machine, Binding binding) {
      this.binding = binding;
      machine.join(binding);
    }
  }

  /**
   * Notifies of the mm whose last device comes and goes.
   *
   * @param machine of the group
   * @param side this thread's
   */
  @Benchmark
  @Group("sameMm")
  @OperationsPerInvocation(Notifying.COUNT)
  public void notifier(ChurnedMachine machine, NotifierSide side) {
    side.notifying.inARow(machine.mm());
  }

  /**
   * Binds and unbinds the last device of that mm.
   *
   * @param machine of the group
   * @param side this thread's
   */
  @Benchmark
  @Group("sameMm")
  @OperationsPerInvocation(Notifying.COUNT)
  public void binder(ChurnedMachine machine, BinderSide side) {
    side.binding.inARow(machine.mm());
  }

  /**
   * Notifies of an mm that keeps its devices.
   *
   * @param machine of the group
   * @param side this thread's
   */
  @Benchmark
  @Group("anotherMm")
  @OperationsPerInvocation(Notifying.COUNT)
  public void notifierOfOneMm(ChurnedMachine machine, NotifierSide side) {
    side.notifying.inARow(machine.mm());
  }

  /**
   * Binds and unbinds the last device of another.
   *
   * @param machine of the group
   * @param side this thread's
   */
  @Benchmark
  @Group("anotherMm")
  @OperationsPerInvocation(Notifying.COUNT)
  public void binderOfAnother(ChurnedMachine machine, BinderSide side) {
    side.binding.inARow(machine.anotherMm());
  }
}
