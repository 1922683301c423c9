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
import org.svabench.model.mm.Mm;

/** An mm with every device bound, of which one thread notifies. */
@State(Scope.Thread)
public class TimedMm {
  private Notifying notifying;
  private Mm mm;
  private CountWindow window;

  /** As JMH makes it. */
  public TimedMm() {}

  /**
   * Binds every device.
   *
   * @param chosen what machine
   * @param notifying this thread's
   */
  @Setup(Level.Trial)
  public void bindAll(VtdMachine chosen, Notifying notifying) {
    Machine machine = chosen.choice().machine();
    mm = AllBound.mm(machine, notifying.on(machine));
    this.notifying = notifying;
    window =
        CountWindow.exact(
                new MachineCounts(machine),
                chosen.choice().pagesCoveredBy(Ranges.SOMEWHERE, Ranges.SOMEWHERE + Ranges.PAGE))
            .per(notifying::notifications);
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

  void notifyOnce() {
    notifying.once(mm);
  }

  void notifyInARow() {
    notifying.inARow(mm);
  }
}
