package org.svabench.benchmarks.invalidate;

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
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Machine;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** An mm bound to every device of a machine, and a range of it that is about to change. */
@State(Scope.Thread)
public class BoundMm {
  /** A design by name. */
  @Param({"vtd-6.6", "vtd-6.8", "vtd-6.14"})
  public String design;

  /** A topology by name, or a file. */
  @Param({"spr-2s-dsa-iaa", "spr-1s-dsa", "guest-1viommu:4", "guest-1viommu:16"})
  public String topology;

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

  /** Binds every device, on the machine under test and on the twin that meters coverage. */
  @Setup(Level.Trial)
  public void bindAll() {
    Topology chosen = TopologyChoice.of(topology);
    Design named = Designs.named(design).orElseThrow();
    machine = Machine.of(chosen, named);
    cpu = machine.newCpu();
    mm = bound(machine, cpu);
    Coverage twin = new Coverage(chosen, named);
    Cpu twinCpu = twin.machine().newCpu();
    Mm twinMm = bound(twin.machine(), twinCpu);
    window =
        CountWindow.exact(
            new MachineCounts(machine),
            twin.pagesOf(() -> twin.machine().invalidate(twinCpu, twinMm, start, end)));
  }

  private static Mm bound(Machine machine, Cpu cpu) {
    Mm mm = machine.newMm();
    for (Device device : machine.topology().devices()) {
      int error = machine.bind(cpu, mm, device);
      if (error != 0) {
        throw new IllegalStateException("bind of " + device.name() + " failed: " + error);
      }
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

  void invalidate() {
    machine.invalidate(cpu, mm, start, end);
  }
}
