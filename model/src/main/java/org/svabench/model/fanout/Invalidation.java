package org.svabench.model.fanout;

import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/** One notification on its way: is told, in fan-out order, who must hear of it. */
public abstract class Invalidation {
  /** For the drivers. */
  protected Invalidation() {}

  /**
   * The IOTLB of an IOMMU must be told.
   *
   * @param iommu the IOMMU
   */
  public abstract void iotlb(Iommu iommu);

  /**
   * The device TLB of a device must be told. Comes after {@link #iotlb} of the device's IOMMU, in
   * every index: a device would otherwise refill from the stale IOTLB.
   *
   * @param device a device with ATS
   */
  public abstract void deviceTlb(Device device);

  /**
   * Nobody else must be told: submits what is left. An index calls it while it still holds its
   * lock.
   */
  public abstract void finish();
}
