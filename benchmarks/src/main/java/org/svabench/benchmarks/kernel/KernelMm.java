package org.svabench.benchmarks.kernel;

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
import org.svabench.model.topology.Topology;

/** One mm in the state that a row starts from. */
@State(Scope.Thread)
public abstract class KernelMm {
  /** A generation of {@link KernelNanos}, or ours. */
  @Param({"vtd-6.6", "shared", "vtd-7.1", "vtd-bitset"})
  public String design;

  private final int unbound;
  private final int fromTheEnd;
  private BoundSite site;
  private CountWindow window;

  /** What is bound; see {@link BoundSite}. */
  KernelMm(int unbound, int fromTheEnd) {
    this.unbound = unbound;
    this.fromTheEnd = fromTheEnd;
  }

  abstract String topology();

  /** What is measured, once. */
  void operate(BoundSite at) {
    at.bindAndUnbind();
  }

  final void operate() {
    operate(site);
  }

  /** Binds, on the machine under test and on the twin that meters coverage. */
  @Setup(Level.Trial)
  public void bind() {
    Topology chosen = TopologyChoice.of(topology());
    Design named = Designs.named(design).orElseThrow();
    Machine machine = Machine.of(chosen, named);
    site = new BoundSite(machine, unbound, fromTheEnd);
    Coverage twin = new Coverage(chosen, named);
    BoundSite metered = new BoundSite(twin.machine(), unbound, fromTheEnd);
    window = CountWindow.exact(new MachineCounts(machine), twin.pagesOf(() -> operate(metered)));
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
}
