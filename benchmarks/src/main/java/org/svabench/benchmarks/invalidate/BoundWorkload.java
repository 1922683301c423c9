package org.svabench.benchmarks.invalidate;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.svabench.benchmarks.exact.CountWindow;
import org.svabench.benchmarks.exact.Coverage;
import org.svabench.benchmarks.exact.MachineCounts;
import org.svabench.benchmarks.machine.AllBound;
import org.svabench.benchmarks.machine.VtdMachine;
import org.svabench.model.Machine;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;

/** An mm bound to every device of a machine, and the notifications that a captured mm had. */
@State(Scope.Thread)
public class BoundWorkload {
  /** A capture that the jar holds, or a file in any format that replay takes. */
  @Param("jvm-g1")
  public String trace;

  private Workload workload;
  private Machine machine;
  private Cpu cpu;
  private Mm mm;
  private CountWindow window;

  /**
   * Reads the trace and binds, on the machine under test and on the twin that meters coverage.
   *
   * @param chosen what machine
   */
  @Setup(Level.Trial)
  public void bindAll(VtdMachine chosen) {
    machine = chosen.choice().machine();
    workload = Workload.of(trace).flushedBy(machine.design().flushRule());
    cpu = machine.newCpu();
    mm = AllBound.mm(machine, cpu);
    window = CountWindow.exact(new MachineCounts(machine), covered(chosen.choice().twin()));
  }

  /** Pages that the notifications cover, each on its own. */
  private long covered(Coverage twin) {
    Cpu twinCpu = twin.machine().newCpu();
    Mm twinMm = AllBound.mm(twin.machine(), twinCpu);
    long pages = 0;
    for (int i = 0; i < workload.size(); i++) {
      long start = workload.start(i);
      long end = workload.end(i);
      pages += twin.pagesOf(() -> twin.machine().invalidate(twinCpu, twinMm, start, end));
    }
    return pages;
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

  void replay() {
    Machine told = machine;
    Workload all = workload;
    for (int i = 0; i < all.size(); i++) {
      told.invalidate(cpu, mm, all.start(i), all.end(i));
    }
  }
}
