package org.svabench.benchmarks.contention;

import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.svabench.benchmarks.exact.CountWindow;
import org.svabench.benchmarks.exact.MachineCounts;
import org.svabench.benchmarks.invalidate.Notifying;
import org.svabench.benchmarks.machine.AllBound;
import org.svabench.benchmarks.machine.VtdMachine;
import org.svabench.model.Machine;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;

/**
 * A machine with two mms that hold all its devices but the last, which one thread binds and unbinds
 * while another notifies.
 */
@State(Scope.Group)
public class ChurnedMachine {
  private Machine machine;
  private Mm mm;
  private Mm anotherMm;
  private Notifying notifying;
  private Binding binding;
  private CountWindow window;

  /** As JMH makes it. */
  public ChurnedMachine() {}

  /**
   * Binds.
   *
   * @param chosen what machine
   */
  @Setup(Level.Trial)
  public void bindAllButTheLast(VtdMachine chosen) {
    machine = chosen.choice().machine();
    Cpu cpu = machine.newCpu();
    mm = allButTheLast(cpu);
    anotherMm = allButTheLast(cpu);
  }

  private Mm allButTheLast(Cpu cpu) {
    Mm bound = machine.newMm();
    List<Device> devices = machine.topology().devices();
    for (Device device : devices.subList(0, devices.size() - 1)) {
      AllBound.mustSucceed(machine.bind(cpu, bound, device));
    }
    return bound;
  }

  /** The group's notifying thread. */
  synchronized void join(Notifying thread) {
    thread.on(machine);
    notifying = thread;
  }

  /** The group's binding thread. */
  synchronized void join(Binding thread) {
    thread.on(machine);
    binding = thread;
  }

  /** Begins counting: means per notification, what binds and unbinds send taken off. */
  @Setup(Level.Iteration)
  public void open() {
    if (window == null) {
      Cpu cpu = machine.newCpu();
      Device last = machine.topology().devices().get(machine.topology().deviceCount() - 1);
      NotificationsOnly counts =
          NotificationsOnly.of(
              new MachineCounts(machine),
              binding,
              () -> {
                AllBound.mustSucceed(machine.bind(cpu, mm, last));
                machine.unbind(cpu, cpu.bond());
              });
      window = CountWindow.mean(counts).per(notifying::notifications);
    }
    window.open();
  }

  /** Ends counting, when JMH has joined the threads. */
  @TearDown(Level.Iteration)
  public void close() {
    window.close();
  }

  Mm mm() {
    return mm;
  }

  Mm anotherMm() {
    return anotherMm;
  }
}
