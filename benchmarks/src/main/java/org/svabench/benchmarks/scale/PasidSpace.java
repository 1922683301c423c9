package org.svabench.benchmarks.scale;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
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
import org.svabench.model.topology.TopologyPresets;

/** Many mms, each with four devices behind one IOMMU bound, spread over four IOMMUs. */
@State(Scope.Thread)
public class PasidSpace {
  /** Devices bound to each mm. */
  static final int BONDS = 4;

  private static final int IOMMUS = 4;
  private static final int DEVICES = 16;
  private static final long PAGE = 4096;

  /** Odd, and far from a simple fraction of any power of two. */
  private static final long STRIDE = 0x9e37_79b9L;

  /** A design by name. */
  @Param({"vtd-6.6", "vtd-7.1", "vtd-bitset"})
  public String design;

  /** Number of mms; the last is the whole space, as PASID 0 is nobody's. */
  @Param({"1024", "32768", "1048575"})
  public int mms;

  private Mm[] all;
  private Machine machine;
  private Cpu cpu;
  private CountWindow window;
  private long sequence;
  private int at;

  /** Not final, so that no compiler knows it. */
  private long start = 0x7f12_3440_0000L;

  /** As JMH makes its states. */
  public PasidSpace() {}

  /** Binds everything, and weighs it. */
  @Setup(Level.Trial)
  public void bindAll() {
    Topology topology = TopologyPresets.topology("grid:" + IOMMUS + "x" + DEVICES);
    Design named = Designs.named(design).orElseThrow();
    machine = Machine.of(topology, named);
    cpu = machine.newCpu();
    all = new Mm[mms];
    long before = HeapPerBond.bytesInUse();
    for (int i = 0; i < mms; i++) {
      all[i] = machine.newMm();
      bind(machine, cpu, all[i], i);
    }
    HeapPerBond.accept(HeapPerBond.bytesInUse() - before, (long) mms * BONDS);
    // An mm's pools keep what its first operation allocates, and most would have it measured.
    for (int i = 0; i < mms; i++) {
      operate(machine, cpu, all[i], i);
    }
    Coverage twin = new Coverage(topology, named);
    Cpu twinCpu = twin.machine().newCpu();
    Mm twinMm = twin.machine().newMm();
    bind(twin.machine(), twinCpu, twinMm, 0);
    window =
        CountWindow.exact(
            new MachineCounts(machine),
            twin.pagesOf(() -> operate(twin.machine(), twinCpu, twinMm, 0)));
  }

  private static void bind(Machine machine, Cpu cpu, Mm mm, int number) {
    for (int k = 0; k < BONDS; k++) {
      bind(machine, cpu, mm, number, k);
    }
  }

  private static void bind(Machine machine, Cpu cpu, Mm mm, int number, int k) {
    int behind = (number / IOMMUS + k) % DEVICES;
    Device device = machine.topology().device(number % IOMMUS * DEVICES + behind);
    int error = machine.bind(cpu, mm, device);
    if (error != 0) {
      throw new IllegalStateException("bind of " + device.name() + " failed: " + error);
    }
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

  /** The next mm. */
  final Mm next() {
    sequence += STRIDE;
    at = (int) ((sequence & 0xffff_ffffL) * mms >>> Integer.SIZE);
    return all[at];
  }

  final void operate() {
    Mm mm = next();
    operate(machine, cpu, mm, at);
  }

  final long start() {
    return start;
  }

  /** What is measured, once. */
  void operate(Machine on, Cpu by, Mm mm, int number) {}

  /** Binds a fifth device. */
  public static class AnotherDevice extends PasidSpace {
    /** As JMH makes its states. */
    public AnotherDevice() {}

    @Override
    void operate(Machine on, Cpu by, Mm mm, int number) {
      bind(on, by, mm, number, BONDS);
      on.unbind(by, by.bond());
    }
  }

  /** Notifies one page. */
  public static class OnePage extends PasidSpace {
    /** As JMH makes its states. */
    public OnePage() {}

    @Override
    void operate(Machine on, Cpu by, Mm mm, int number) {
      long page = start();
      on.invalidate(by, mm, page, page + PAGE);
    }
  }
}
