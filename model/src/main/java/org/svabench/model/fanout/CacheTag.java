package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.svabench.model.mm.Pooled;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/**
 * One cache that may hold translations of a domain: an IOMMU's IOTLB, counted by the devices behind
 * it, or a device's TLB (VT-d {@code struct cache_tag}, v6.10 drivers/iommu/intel/cache.c).
 *
 * <p>Everything is plain and under the lock of the list, except that an RCU list writes {@code
 * next} with {@link #publishNext} and reads it with {@link #observeNext}: who finds a tag by it
 * finds the tag's other fields written.
 */
final class CacheTag extends Pooled {
  private static final VarHandle NEXT;

  static {
    try {
      NEXT = MethodHandles.lookup().findVarHandle(CacheTag.class, "next", CacheTag.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  Iommu iommu;
  Device device;
  int users;
  CacheTag previous;
  CacheTag next;

  /** Of an IOTLB tag: the last tag in the list that belongs to the same IOMMU. */
  CacheTag lastOfIommu;

  /** Of an IOTLB tag: the next IOTLB tag in the list of IOMMUs. */
  CacheTag nextIommu;

  void reset(Iommu newIommu, Device newDevice) {
    iommu = newIommu;
    device = newDevice;
    users = 1;
    previous = null;
    next = null;
    lastOfIommu = this;
    nextIommu = null;
  }

  CacheTag observeNext() {
    return (CacheTag) NEXT.getAcquire(this);
  }

  void publishNext(CacheTag following) {
    NEXT.setRelease(this, following);
  }
}
