package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.svabench.model.mm.Cpu;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/**
 * The list of v6.14 as an RCU list: notifications walk it without a lock, inside the read section
 * of their mm, while a binder changes it; tags are reused after a grace period.
 *
 * <p>Order: a new IOMMU goes to the head, a device directly behind the last tag of its IOMMU. That
 * is also what keeps walks consistent: a walk never meets what is put at the head after it began,
 * so an IOMMU that goes and comes back is not named twice, and a device tag is only ever reached
 * through the tag of its IOMMU. An unlinked tag keeps its {@code next}, so a walk that stands on it
 * returns to the list.
 *
 * <p>Progress: walks are wait-free in the length of the list; binders hold the lock of the mm's
 * bonds. Linearization points: the release store of {@code head} or of the predecessor's {@code
 * next}. Orderings: {@code head} and {@code next} release against acquire; a full fence at the end
 * of {@link #assign} pairs with the one in {@link Cpu#enter}; all else is plain, under the lock.
 */
final class RcuTagList extends InvalidationIndex {
  private static final VarHandle HEAD;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(RcuTagList.class, "head", CacheTag.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private CacheTag head;
  private CacheTag iommuTags;

  @Override
  public boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
    final Device device = bound.device();
    final CacheTag known = iotlbTag(device.iommu());
    final CacheTag iotlb = known == null ? newTag(cpu, device.iommu(), null, pools) : known;
    if (iotlb == null) {
      return false;
    }
    if (device.ats()) {
      final CacheTag tag = newTag(cpu, device.iommu(), device, pools);
      if (tag == null) {
        if (known == null) {
          pools.giveBack(iotlb);
        }
        return false;
      }
      bound.deviceTag = tag;
    }
    if (known == null) {
      iotlb.nextIommu = iommuTags;
      iommuTags = iotlb;
      insertFirst(iotlb);
    } else {
      known.users++;
    }
    if (bound.deviceTag != null) {
      insertAfter(iotlb.lastOfIommu, bound.deviceTag);
      iotlb.lastOfIommu = bound.deviceTag;
    }
    VarHandle.fullFence();
    return true;
  }

  private static CacheTag newTag(Cpu cpu, Iommu iommu, Device device, TagPool pools) {
    final CacheTag tag = pools.take(cpu);
    if (tag != null) {
      tag.reset(iommu, device);
    }
    return tag;
  }

  @Override
  public void unassign(BoundDevice bound, TagPool pools) {
    final CacheTag iotlb = iotlbTag(bound.device().iommu());
    final CacheTag tag = bound.deviceTag;
    if (tag != null) {
      bound.deviceTag = null;
      if (iotlb.lastOfIommu == tag) {
        iotlb.lastOfIommu = tag.previous;
      }
      unlink(tag);
      pools.retire(tag);
    }
    if (--iotlb.users == 0) {
      forgetIommu(iotlb);
      unlink(iotlb);
      pools.retire(iotlb);
    }
  }

  @Override
  public void tell(Invalidation invalidation) {
    for (CacheTag tag = (CacheTag) HEAD.getAcquire(this); tag != null; tag = tag.observeNext()) {
      final Device device = tag.device;
      if (device == null) {
        invalidation.iotlb(tag.iommu);
      } else {
        invalidation.deviceTlb(device);
      }
    }
    invalidation.finish();
  }

  private CacheTag iotlbTag(Iommu iommu) {
    CacheTag tag = iommuTags;
    while (tag != null && tag.iommu != iommu) {
      tag = tag.nextIommu;
    }
    return tag;
  }

  private void insertFirst(CacheTag tag) {
    final CacheTag following = head;
    tag.publishNext(following);
    if (following != null) {
      following.previous = tag;
    }
    HEAD.setRelease(this, tag);
  }

  private void insertAfter(CacheTag preceding, CacheTag tag) {
    final CacheTag following = preceding.next;
    tag.previous = preceding;
    tag.publishNext(following);
    if (following != null) {
      following.previous = tag;
    }
    preceding.publishNext(tag);
  }

  private void unlink(CacheTag tag) {
    if (tag.next != null) {
      tag.next.previous = tag.previous;
    }
    if (tag.previous == null) {
      HEAD.setRelease(this, tag.next);
    } else {
      tag.previous.publishNext(tag.next);
    }
  }

  private void forgetIommu(CacheTag tag) {
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
