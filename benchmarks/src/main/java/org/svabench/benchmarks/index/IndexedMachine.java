package org.svabench.benchmarks.index;

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
import org.svabench.model.Designs;
import org.svabench.model.Machine;
import org.svabench.model.fanout.Indexes;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/**
 * One machine for all threads, with the design of v6.14 over one of the indexes, and two mms that
 * have devices of it bound.
 */
@State(Scope.Benchmark)
public abstract class IndexedMachine {
  /** An index by name. */
  @Param({"spinlocked-list", "rcu-list", "rcu-array", "bitset"})
  public String index;

  /** A topology by name, or a file, with two IOMMUs or more. */
  @Param({"grid:4x16"})
  public String topology;

  private final boolean countsDiffer;
  private final Mm[] mms = new Mm[2];
  private Machine machine;
  private CountWindow window;

  /** Whether operations of one benchmark send different numbers of commands. */
  IndexedMachine(boolean countsDiffer) {
    this.countsDiffer = countsDiffer;
  }

  /** Whether a device is bound to an mm, of which there are two. */
  abstract boolean binds(int mm, Device device);

  /** Binds, on the machine under test and, the first mm alone, on the twin that meters coverage. */
  @Setup(Level.Trial)
  public void bindAll() {
    Topology chosen = TopologyChoice.of(topology);
    machine =
        Machine.with(chosen, Designs.VTD_6_14).index(Indexes.named(index).orElseThrow()).build();
    Cpu cpu = machine.newCpu();
    for (int i = 0; i < mms.length; i++) {
      mms[i] = bound(machine, cpu, i);
    }
    if (countsDiffer) {
      window = CountWindow.mean(new MachineCounts(machine));
      return;
    }
    Coverage twin = new Coverage(chosen, Designs.VTD_6_14);
    Cpu twinCpu = twin.machine().newCpu();
    Mm twinMm = bound(twin.machine(), twinCpu, 0);
    long pages = twin.pagesOf(() -> NotifyingThread.onePage(twin.machine(), twinCpu, twinMm));
    window = CountWindow.exact(new MachineCounts(machine), pages);
  }

  private Mm bound(Machine holder, Cpu cpu, int number) {
    Mm mm = holder.newMm();
    for (Device device : holder.topology().devices()) {
      if (binds(number, device) && holder.bind(cpu, mm, device) != 0) {
        throw new IllegalStateException("bind of " + device.name() + " failed");
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

  final Machine machine() {
    return machine;
  }

  final Mm mm(int number) {
    return mms[number % mms.length];
  }

  final Device lastDevice() {
    return machine.topology().device(machine.topology().deviceCount() - 1);
  }

  /** Both mms have every device bound, so that their notifications meet at every queue. */
  public static class SameIommus extends IndexedMachine {
    /** Every operation sends the same. */
    public SameIommus() {
      super(false);
    }

    @Override
    boolean binds(int mm, Device device) {
      return true;
    }
  }

  /** Each mm has the devices of one half of the IOMMUs bound, so that nothing is shared. */
  public static class OwnIommus extends IndexedMachine {
    /** Every operation sends the same, where both halves are alike. */
    public OwnIommus() {
      super(false);
    }

    @Override
    boolean binds(int mm, Device device) {
      int iommus = TopologyChoice.of(topology).iommuCount();
      return (device.iommu().index() < iommus / 2 ? 0 : 1) == mm;
    }
  }

  /** Both mms have all devices but the last one bound, which somebody binds and unbinds. */
  public static class Churned extends IndexedMachine {
    /** A notification sends more while the last device is bound. */
    public Churned() {
      super(true);
    }

    @Override
    boolean binds(int mm, Device device) {
      return device.index() + 1 < TopologyChoice.of(topology).deviceCount();
    }
  }
}
