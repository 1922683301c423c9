package org.svabench.benchmarks.invalidate;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.svabench.benchmarks.exact.CountWindow;
import org.svabench.benchmarks.exact.MachineCounts;
import org.svabench.benchmarks.machine.AllBound;
import org.svabench.benchmarks.machine.VtdMachine;
import org.svabench.model.Machine;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;

/** An mm bound to every device of a machine, and a range of it that is about to change. */
@State(Scope.Thread)
public class BoundMm {
  /** First byte of the range; not final, so that no compiler knows it. */
  private long start;

  private long end;
  private Machine machine;
  private Cpu cpu;
  private Mm mm;
  private CountWindow window;

  /** A range of the mm. */
  BoundMm(long start, long end) {
    this.start = start;
    this.end = end;
  }

  /**
   * Binds every device, on the machine under test and on the twin that meters coverage.
   *
   * @param chosen what machine
   */
  @Setup(Level.Trial)
  public void bindAll(VtdMachine chosen) {
    machine = chosen.choice().machine();
    cpu = machine.newCpu();
    mm = AllBound.mm(machine, cpu);
    window =
        CountWindow.exact(new MachineCounts(machine), chosen.choice().pagesCoveredBy(start, end));
  }

  /** Begins counting. */
  @Setup(Level.Iteration)
  public void open() {
    window.open();
  }

  /** Ends counting. */
  @TearDown(Level.Iteration)
  public void close() {
    window.close();
  }

  void invalidate() {
    machine.invalidate(cpu, mm, start, end);
  }
}
