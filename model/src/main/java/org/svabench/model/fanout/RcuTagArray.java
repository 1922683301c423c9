package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.svabench.model.mm.Cpu;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/**
 * A sorted array of tags that is replaced as a whole, in the manner of {@code arm_smmu_invs} (v7.0
 * drivers/iommu/arm/arm-smmu-v3): a notification reads one array from end to end, so what it is
 * told is a snapshot. Each bind and unbind copies the array into another one of the mm's pool.
 *
 * <p>Progress: notifications are wait-free, a bounded walk over an array that does not change;
 * binders hold the lock of the mm's bonds and copy in proportion to what is bound. Linearization
 * points: the release store of {@code current}; the acquire load of {@link #tell}. A full fence at
 * the end of {@link #assign} pairs with the one in {@link Cpu#enter}. A replaced array is reused
 * after a grace period.
 */
final class RcuTagArray extends InvalidationIndex {
  private static final VarHandle CURRENT;

  static {
    try {
      CURRENT = MethodHandles.lookup().findVarHandle(RcuTagArray.class, "current", TagArray.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final Topology topology;
  private TagArray current = new TagArray();

  RcuTagArray(Topology topology) {
    this.topology = topology;
  }

  @Override
  public boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
    final TagArray next = pools.takeArray(cpu);
    if (next == null) {
      return false;
    }
    final TagArray before = current;
    next.copyWith(before, bound.device());
    CURRENT.setRelease(this, next);
    VarHandle.fullFence();
    pools.retire(before);
    return true;
  }

  @Override
  public void unassign(BoundDevice bound, TagPool pools) {
    final TagArray next = pools.spareArray();
    final TagArray before = current;
    next.copyWithout(before, bound.device());
    CURRENT.setRelease(this, next);
    pools.retire(before);
  }

  @Override
  public void tell(Invalidation invalidation) {
    final TagArray array = (TagArray) CURRENT.getAcquire(this);
    for (int i = 0; i < array.size(); i++) {
      final int tag = array.tag(i);
      if (TagArray.isIotlb(tag)) {
        invalidation.iotlb(topology.iommu(TagArray.iommuOf(tag)));
      } else {
        final Device device = topology.device(TagArray.deviceOf(tag));
        invalidation.deviceTlb(device);
      }
    }
    invalidation.finish();
  }
}
