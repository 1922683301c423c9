package org.svabench.model.stress.twin;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;
import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.Invalidation;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.fanout.IommuBitSet;
import org.svabench.model.fanout.TagPool;
import org.svabench.model.mm.Cpu;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/**
 * The obvious design that the model's bitset index avoids: a bit for each IOMMU beside a count of
 * the devices behind it, and a bit for each device with ATS. Right where {@link Mistake#NONE} is
 * made and binders hold their lock.
 */
public final class CountedBitSet extends InvalidationIndex {
  /** One plausible mistake. */
  public enum Mistake {
    /** As it should be. */
    NONE,
    /** At unbind the IOMMU's bit is cleared, then the count decides whether to set it again. */
    CLEARED_BEFORE_THE_COUNT_IS_CHECKED,
    /** The first device behind an IOMMU is not counted. */
    COUNT_UNDERFLOW,
    /** Notifications that are under way are neither waited for nor do they look again. */
    NOT_READ_AGAIN
  }

  private final Topology topology;
  private final Mistake mistake;
  private final IommuBitSet iommus;
  private final IommuBitSet atsDevices;
  private final AtomicIntegerArray users;

  private CountedBitSet(Topology topology, Mistake mistake) {
    this.topology = topology;
    this.mistake = mistake;
    iommus = new IommuBitSet(topology.iommuCount());
    atsDevices = new IommuBitSet(topology.deviceCount());
    users = new AtomicIntegerArray(topology.iommuCount());
  }

  /**
   * Makes the indexes of a machine.
   *
   * @param topology the machine
   * @param mistake what is wrong with them
   * @return makes the index of a new domain
   */
  public static Supplier<InvalidationIndex> over(Topology topology, Mistake mistake) {
    return () -> new CountedBitSet(topology, mistake);
  }

  @Override
  public boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
    final Device device = bound.device();
    final int iommu = device.iommu().index();
    final boolean first = iommus.set(iommu);
    if (!first || mistake != Mistake.COUNT_UNDERFLOW) {
      users.incrementAndGet(iommu);
    }
    if (device.ats()) {
      atsDevices.set(device.index());
    }
    return true;
  }

  @Override
  public void unassign(BoundDevice bound, TagPool pools) {
    final Device device = bound.device();
    final int iommu = device.iommu().index();
    if (device.ats()) {
      atsDevices.clear(device.index());
    }
    if (mistake == Mistake.CLEARED_BEFORE_THE_COUNT_IS_CHECKED) {
      iommus.clear(iommu);
      if (users.decrementAndGet(iommu) != 0) {
        iommus.set(iommu);
      }
    } else if (users.decrementAndGet(iommu) == 0) {
      iommus.clear(iommu);
    }
  }

  @Override
  public boolean tellsOutlastAssign() {
    return mistake != Mistake.NOT_READ_AGAIN;
  }

  @Override
  public void tell(Invalidation invalidation) {
    iommus.forEach(iommu -> invalidation.iotlb(topology.iommu(iommu)));
    atsDevices.forEach(device -> invalidation.deviceTlb(topology.device(device)));
    invalidation.finish();
  }
}
