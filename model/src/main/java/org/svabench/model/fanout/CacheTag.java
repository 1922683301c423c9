package org.svabench.model.fanout;

import org.svabench.model.mm.Pooled;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/**
 * One cache that may hold translations of a domain: an IOMMU's IOTLB, counted by the devices behind
 * it, or a device's TLB (VT-d {@code struct cache_tag}, v6.10 drivers/iommu/intel/cache.c).
 */
final class CacheTag extends Pooled {
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
}
