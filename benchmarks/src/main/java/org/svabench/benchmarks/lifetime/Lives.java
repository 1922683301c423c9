package org.svabench.benchmarks.lifetime;

import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.svabench.benchmarks.exact.CountWindow;
import org.svabench.benchmarks.exact.Coverage;
import org.svabench.benchmarks.exact.MachineCounts;
import org.svabench.benchmarks.latency.LatencyRecorder;
import org.svabench.benchmarks.latency.TimedCall;
import org.svabench.benchmarks.machine.AllBound;
import org.svabench.benchmarks.machine.VtdMachine;
import org.svabench.model.Machine;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;

/** Mms of one machine that live from their start to their death, many at a time. */
@State(Scope.Thread)
public abstract class Lives {
  /** Mms that exit in a row, so that short exits can be timed many at a time. */
  static final int COUNT = 64;

  private final boolean bound;
  private final Mm[] mms = new Mm[COUNT];
  private Device[] devices;
  private Bond[][] bonds;
  private Machine machine;
  private Cpu cpu;
  private TimedCall exit;
  private CountWindow window;

  /** Mms that have every device bound when they exit, or none. */
  Lives(boolean bound) {
    this.bound = bound;
  }

  /**
   * Makes the machine.
   *
   * @param chosen what machine
   * @param latency times the exits
   */
  @Setup(Level.Trial)
  public void make(VtdMachine chosen, LatencyRecorder latency) {
    machine = chosen.choice().machine();
    cpu = machine.newCpu();
    List<Device> bindable = bound ? chosen.choice().topology().devices() : List.of();
    devices = bindable.toArray(new Device[0]);
    bonds = new Bond[COUNT][devices.length];
    exit = latency.call("exit", COUNT);
    Coverage twin = chosen.choice().twin();
    Cpu twinCpu = twin.machine().newCpu();
    long covered = twin.pagesOf(() -> live(twin.machine(), twinCpu));
    window = CountWindow.exact(new MachineCounts(machine), covered);
  }

  private void live(Machine on, Cpu cpu) {
    Mm mm = on.newMm();
    Bond[] held = new Bond[devices.length];
    bindAll(on, cpu, mm, held);
    on.exit(cpu, mm);
    for (Bond bond : held) {
      on.unbind(cpu, bond);
    }
  }

  private void bindAll(Machine on, Cpu cpu, Mm mm, Bond[] held) {
    int errors = 0;
    for (int i = 0; i < held.length; i++) {
      errors |= on.bind(cpu, mm, devices[i]);
      held[i] = cpu.bond();
    }
    AllBound.mustSucceed(errors);
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

  final void liveAll() {
    for (int i = 0; i < COUNT; i++) {
      mms[i] = machine.newMm();
      bindAll(machine, cpu, mms[i], bonds[i]);
    }
    for (int i = 0; i < COUNT; ) {
      final int until = i + exit.callsPerSample();
      final long begin = exit.begin();
      for (; i < until; i++) {
        machine.exit(cpu, mms[i]);
      }
      exit.end(begin);
    }
    for (int i = 0; i < COUNT; i++) {
      for (int device = 0; device < devices.length; device++) {
        machine.unbind(cpu, bonds[i][device]);
      }
    }
  }
}
