package org.svabench.model.stress;

import org.svabench.model.fanout.Invalidation;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/** Notes whom a notification names, as one number. */
public final class Named extends Invalidation {
  private final Device first;
  private int sum;

  Named(Device first) {
    this.first = first;
  }

  /** Hundreds: how often an IOMMU was named; units: 1 for the first device, 2 for the other. */
  int sum() {
    return sum;
  }

  @Override
  public void iotlb(Iommu iommu) {
    sum += 100;
  }

  @Override
  public void deviceTlb(Device device) {
    sum += device == first ? 1 : 2;
  }

  @Override
  public void finish() {}
}
