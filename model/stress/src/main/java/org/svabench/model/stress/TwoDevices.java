package org.svabench.model.stress;

import java.util.function.Supplier;
import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.Indexes;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.fanout.TagPool;
import org.svabench.model.lock.SpinLock;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.GracePeriods;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.ReadSections;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/**
 * The index of one mm on a machine whose devices, all with ATS, are behind one IOMMU: the first and
 * the last of them are bound and unbound, so that an index of many words keeps them in two.
 */
public class TwoDevices {
  /** Two devices. */
  protected static final Topology FEW = machine(2);

  static final Topology MANY = machine(640);
  static final Topology THOUSANDS = machine(2112);

  /** Every index there is; the bitset in each of its forms. */
  static final Supplier<InvalidationIndex> SPINLOCKED_LIST = Indexes.SPINLOCKED_LIST.over(FEW);

  static final Supplier<InvalidationIndex> RCU_LIST = Indexes.RCU_LIST.over(FEW);
  static final Supplier<InvalidationIndex> RCU_ARRAY = Indexes.RCU_ARRAY.over(FEW);

  /** The bitset of up to 64 devices. */
  protected static final Supplier<InvalidationIndex> WORD = Indexes.BITSET.over(FEW);

  static final Supplier<InvalidationIndex> BITSET = Indexes.BITSET.over(MANY);
  static final Supplier<InvalidationIndex> SPARSE = Indexes.BITSET.over(THOUSANDS);

  /** The index under test. */
  protected final InvalidationIndex index;

  /** The lock of the mm's bonds. */
  protected final SpinLock lock = new SpinLock();

  /** All CPUs. */
  protected final ReadSections sections = new ReadSections();

  /** The mm. */
  protected final Mm mm = new Mm(1);

  /** Where tags come from. */
  protected final TagPool pools = new TagPool(new GracePeriods(mm, sections));

  /** Of the thread that binds. */
  protected final Cpu binder = sections.register(null, null);

  /** Of the thread that notifies. */
  protected final Cpu notifier = sections.register(null, null);

  private final Topology machine;
  private final BoundDevice first = new BoundDevice();
  private final BoundDevice last = new BoundDevice();

  /**
   * Creates the index with nothing bound.
   *
   * @param machine the machine
   * @param index makes the index
   */
  protected TwoDevices(Topology machine, Supplier<? extends InvalidationIndex> index) {
    this.machine = machine;
    this.index = index.get();
    first.reset(machine.device(0));
    last.reset(machine.device(machine.deviceCount() - 1));
  }

  private static Topology machine(int devices) {
    TopologyBuilder builder = Topology.named("two-devices", Family.VTD).iommu("iommu0");
    for (int i = 0; i < devices; i++) {
      builder.device(0);
    }
    return builder.build();
  }

  /** The record of a device, 0 or 1. */
  private BoundDevice bound(int device) {
    return device == 0 ? first : last;
  }

  final Device device(int device) {
    return bound(device).device();
  }

  /** Adds the first device, 0, or the last, 1. */
  protected final void attach(int device) {
    lock.lock();
    index.assign(binder, bound(device), pools);
    lock.unlock();
  }

  final void detach(int device) {
    lock.lock();
    index.unassign(bound(device), pools);
    lock.unlock();
  }

  /** Begins reading, as a notification does. */
  protected void enter(Cpu cpu) {
    cpu.enter(mm);
  }

  /** Whom a notification that begins now names; see {@link Named#sum}. */
  final int named(Cpu cpu) {
    final Named named = new Named(machine.device(0));
    enter(cpu);
    index.tell(named);
    cpu.leave();
    return named.sum();
  }
}
