package org.svabench.model.fanout;

import org.svabench.model.lock.SpinLock;
import org.svabench.model.mm.Cpu;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/**
 * The kernel's index from v6.10 on: a list of cache tags under a spinlock that is held across every
 * hardware wait of a walk (drivers/iommu/intel/cache.c, {@code cache_lock}), so notifications of
 * one mm are served one after another.
 *
 * <p>Two searches of the kernel are left out because their answer is known: a device TLB tag never
 * matches another, since a device is attached to a domain once; and its removal follows a pointer.
 * The IOTLB tag is found through a list of IOTLB tags alone.
 *
 * <p>Progress: blocking. Linearization points: inside the lock.
 */
public final class SpinlockedTagList extends InvalidationIndex {
  private final TagOrder order;
  private final SpinLock lock = new SpinLock();
  private CacheTag head;
  private CacheTag tail;
  private CacheTag iommuTags;

  /**
   * Creates an empty list.
   *
   * @param order where new tags go
   */
  public SpinlockedTagList(TagOrder order) {
    this.order = order;
  }

  @Override
  public boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
    final Device device = bound.device();
    if (!assignIotlb(cpu, device.iommu(), pools)) {
      return false;
    }
    if (device.ats() && !assignDeviceTlb(cpu, bound, pools)) {
      unassignIotlb(device.iommu(), pools);
      return false;
    }
    return true;
  }

  private boolean assignIotlb(Cpu cpu, Iommu iommu, TagPool pools) {
    final CacheTag tag = pools.take(cpu);
    if (tag == null) {
      return false;
    }
    tag.reset(iommu, null);
    lock.lock();
    final CacheTag existing = iotlbTag(iommu);
    if (existing == null) {
      tag.nextIommu = iommuTags;
      iommuTags = tag;
      insertAfter(order == TagOrder.TAIL ? tail : null, tag);
    } else {
      existing.users++;
    }
    lock.unlock();
    if (existing != null) {
      pools.giveBack(tag);
    }
    return true;
  }

  private boolean assignDeviceTlb(Cpu cpu, BoundDevice bound, TagPool pools) {
    final CacheTag tag = pools.take(cpu);
    if (tag == null) {
      return false;
    }
    final Device device = bound.device();
    tag.reset(device.iommu(), device);
    bound.deviceTag = tag;
    lock.lock();
    final CacheTag iotlb = iotlbTag(device.iommu());
    if (order == TagOrder.TAIL) {
      insertAfter(tail, tag);
    } else {
      insertAfter(iotlb.lastOfIommu, tag);
      iotlb.lastOfIommu = tag;
    }
    lock.unlock();
    return true;
  }

  @Override
  public void unassign(BoundDevice bound, TagPool pools) {
    final Iommu iommu = bound.device().iommu();
    final CacheTag tag = bound.deviceTag;
    if (tag != null) {
      bound.deviceTag = null;
      lock.lock();
      final CacheTag iotlb = iotlbTag(iommu);
      if (iotlb.lastOfIommu == tag) {
        iotlb.lastOfIommu = tag.previous;
      }
      unlink(tag);
      lock.unlock();
      pools.giveBack(tag);
    }
    unassignIotlb(iommu, pools);
  }

  private void unassignIotlb(Iommu iommu, TagPool pools) {
    lock.lock();
    final CacheTag iotlb = iotlbTag(iommu);
    final boolean last = --iotlb.users == 0;
    if (last) {
      unlinkIommu(iotlb);
      unlink(iotlb);
    }
    lock.unlock();
    if (last) {
      pools.giveBack(iotlb);
    }
  }

  @Override
  public boolean tellsOutlastAssign() {
    return false;
  }

  @Override
  public boolean tellsExclude() {
    return true;
  }

  @Override
  public void tell(Invalidation invalidation) {
    lock.lock();
    for (CacheTag tag = head; tag != null; tag = tag.next) {
      final Device device = tag.device;
      if (device == null) {
        invalidation.iotlb(tag.iommu);
      } else {
        invalidation.deviceTlb(device);
      }
    }
    invalidation.finish();
    lock.unlock();
  }

  private CacheTag iotlbTag(Iommu iommu) {
    CacheTag tag = iommuTags;
    while (tag != null && tag.iommu != iommu) {
      tag = tag.nextIommu;
    }
    return tag;
  }

  private void insertAfter(CacheTag preceding, CacheTag tag) {
    final CacheTag following = preceding == null ? head : preceding.next;
    tag.previous = preceding;
    tag.next = following;
    if (preceding == null) {
      head = tag;
    } else {
      preceding.next = tag;
    }
    if (following == null) {
      tail = tag;
    } else {
      following.previous = tag;
    }
  }

  private void unlink(CacheTag tag) {
    if (tag.previous == null) {
      head = tag.next;
    } else {
      tag.previous.next = tag.next;
    }
    if (tag.next == null) {
      tail = tag.previous;
    } else {
      tag.next.previous = tag.previous;
    }
  }

  private void unlinkIommu(CacheTag tag) {
    if (iommuTags == tag) {
      iommuTags = tag.nextIommu;
      return;
    }
    CacheTag preceding = iommuTags;
    while (preceding.nextIommu != tag) {
      preceding = preceding.nextIommu;
    }
    preceding.nextIommu = tag.nextIommu;
  }
}
