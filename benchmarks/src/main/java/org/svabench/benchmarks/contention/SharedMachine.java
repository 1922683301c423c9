package org.svabench.benchmarks.contention;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.svabench.benchmarks.exact.CountWindow;
import org.svabench.benchmarks.exact.MachineCounts;
import org.svabench.benchmarks.invalidate.Ranges;
import org.svabench.benchmarks.machine.AllBound;
import org.svabench.benchmarks.machine.VtdMachine;
import org.svabench.model.Machine;
import org.svabench.model.mm.Mm;

/** A machine that all threads use, with an mm that has every device bound. */
@State(Scope.Benchmark)
public class SharedMachine {
  private Machine machine;
  private Mm mm;
  private CountWindow window;

  /** As JMH makes it. */
  public SharedMachine() {}

  /**
   * Binds every device.
   *
   * @param chosen what machine
   */
  @Setup(Level.Trial)
  public void bindAll(VtdMachine chosen) {
    machine = chosen.choice().machine();
    mm = AllBound.mm(machine, machine.newCpu());
    window =
        CountWindow.exact(
            new MachineCounts(machine),
            chosen.choice().pagesCoveredBy(Ranges.SOMEWHERE, Ranges.SOMEWHERE + Ranges.PAGE));
  }

  /** Begins counting, before any thread calls. */
  @Setup(Level.Iteration)
  public void open() {
    window.open();
  }

  /** Ends counting, when JMH has joined the threads. */
  @TearDown(Level.Iteration)
  public void close() {
    window.close();
  }

  Machine machine() {
    return machine;
  }

  Mm mm() {
    return mm;
  }
}
