package org.svabench.benchmarks.bind;

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
import org.svabench.benchmarks.machine.MachineChoice;
import org.svabench.model.Machine;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;

/** Mms of one machine, each about to be bound to one device and unbound again. */
@State(Scope.Thread)
public abstract class Bonds {
  /** Mms bound in a row, so that short calls can be timed many at a time. */
  static final int COUNT = 256;

  private final Holding holding;
  private final Mm[] mms = new Mm[COUNT];
  private final Bond[] bonds = new Bond[COUNT];
  private Machine machine;
  private Cpu cpu;
  private Device device;
  private TimedCall bind;
  private TimedCall unbind;
  private CountWindow window;

  /** Mms that hold something before they are bound. */
  Bonds(Holding holding) {
    this.holding = holding;
  }

  /** Makes the mms; both calls are timed. */
  final void makeMms(MachineChoice chosen, LatencyRecorder latency) {
    List<Device> devices = chosen.topology().devices();
    device = holding.deviceToBind(devices);
    machine = chosen.machine();
    cpu = machine.newCpu();
    for (int i = 0; i < COUNT; i++) {
      mms[i] = newMm(machine, cpu);
    }
    bind = latency.call("bind", COUNT);
    unbind = latency.call("unbind", COUNT);
    window = CountWindow.exact(new MachineCounts(machine), coveredPages(chosen.twin()));
  }

  private long coveredPages(Coverage twin) {
    Cpu twinCpu = twin.machine().newCpu();
    Mm mm = newMm(twin.machine(), twinCpu);
    return twin.pagesOf(
        () -> {
          AllBound.mustSucceed(twin.machine().bind(twinCpu, mm, device));
          twin.machine().unbind(twinCpu, twinCpu.bond());
        });
  }

  private Mm newMm(Machine machine, Cpu cpu) {
    Mm mm = machine.newMm();
    for (Device held : holding.devicesHeld(machine.topology().devices())) {
      AllBound.mustSucceed(machine.bind(cpu, mm, held));
    }
    return mm;
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

  final void bindAll() {
    for (int i = 0; i < COUNT; ) {
      int end = i + bind.callsPerSample();
      int errors = 0;
      long begin = bind.begin();
      for (; i < end; i++) {
        errors |= machine.bind(cpu, mms[i], device);
        bonds[i] = cpu.bond();
      }
      bind.end(begin);
      AllBound.mustSucceed(errors);
    }
  }

  final void unbindAll() {
    for (int i = 0; i < COUNT; ) {
      int end = i + unbind.callsPerSample();
      long begin = unbind.begin();
      for (; i < end; i++) {
        machine.unbind(cpu, bonds[i]);
      }
      unbind.end(begin);
    }
  }
}
