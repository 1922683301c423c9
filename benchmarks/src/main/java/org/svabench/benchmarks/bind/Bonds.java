package org.svabench.benchmarks.bind;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.svabench.benchmarks.choice.TopologyChoice;
import org.svabench.benchmarks.exact.CountWindow;
import org.svabench.benchmarks.exact.Coverage;
import org.svabench.benchmarks.exact.MachineCounts;
import org.svabench.benchmarks.latency.LatencyRecorder;
import org.svabench.benchmarks.latency.TimedCall;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Machine;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** Mms of one machine, each about to be bound to one device and unbound again. */
@State(Scope.Thread)
public class Bonds {
  /** Mms bound in a row, so that short calls can be timed many at a time. */
  static final int COUNT = 256;

  /** A design by name. */
  @Param({"vtd-6.6", "vtd-6.8", "vtd-6.14"})
  public String design;

  /** A topology by name, or a file. */
  @Param({"spr-2s-dsa-iaa", "spr-1s-dsa", "guest-1viommu:4", "guest-1viommu:16"})
  public String topology;

  private final boolean bound;
  private final int deviceFromTheEnd;
  private final Mm[] mms = new Mm[COUNT];
  private final Bond[] bonds = new Bond[COUNT];
  private Machine machine;
  private Cpu cpu;
  private Device device;
  private TimedCall bind;
  private TimedCall unbind;
  private CountWindow window;

  /**
   * What each mm holds before it is bound.
   *
   * @param bound the first device is bound already
   * @param last bind the last device, else the first
   */
  Bonds(boolean bound, boolean last) {
    this.bound = bound;
    this.deviceFromTheEnd = last ? 1 : 0;
  }

  /**
   * Makes the mms.
   *
   * @param latency times both calls
   */
  @Setup(Level.Trial)
  public void makeMms(LatencyRecorder latency) {
    Topology chosen = TopologyChoice.of(topology);
    Design named = Designs.named(design).orElseThrow();
    if (deviceFromTheEnd == 1 && chosen.devices().size() < 2) {
      throw new IllegalStateException(topology + " has one device only, so no new one to bind");
    }
    machine = Machine.of(chosen, named);
    cpu = machine.newCpu();
    device = chosen.devices().get(deviceFromTheEnd * (chosen.devices().size() - 1));
    for (int i = 0; i < COUNT; i++) {
      mms[i] = newMm(machine, cpu);
    }
    bind = latency.call("bind", COUNT);
    unbind = latency.call("unbind", COUNT);
    window = CountWindow.exact(new MachineCounts(machine), coveredPages(chosen, named));
  }

  private long coveredPages(Topology chosen, Design named) {
    Coverage twin = new Coverage(chosen, named);
    Cpu twinCpu = twin.machine().newCpu();
    Mm mm = newMm(twin.machine(), twinCpu);
    return twin.pagesOf(
        () -> {
          mustSucceed(twin.machine().bind(twinCpu, mm, device));
          twin.machine().unbind(twinCpu, twinCpu.bond());
        });
  }

  private Mm newMm(Machine machine, Cpu cpu) {
    Mm mm = machine.newMm();
    if (bound) {
      mustSucceed(machine.bind(cpu, mm, machine.topology().devices().get(0)));
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

  void bindAll() {
    for (int i = 0; i < COUNT; ) {
      int end = i + bind.callsPerSample();
      int errors = 0;
      long begin = bind.begin();
      for (; i < end; i++) {
        errors |= machine.bind(cpu, mms[i], device);
        bonds[i] = cpu.bond();
      }
      bind.end(begin);
      mustSucceed(errors);
    }
  }

  void unbindAll() {
    for (int i = 0; i < COUNT; ) {
      int end = i + unbind.callsPerSample();
      long begin = unbind.begin();
      for (; i < end; i++) {
        machine.unbind(cpu, bonds[i]);
      }
      unbind.end(begin);
    }
  }

  private static void mustSucceed(int errors) {
    if (errors != 0) {
      throw new IllegalStateException("bind failed: " + errors);
    }
  }
}
