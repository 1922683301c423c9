package org.svabench.benchmarks.verify;

import org.svabench.model.fanout.Invalidation;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/** Pauses between the caches that a notification names, so that the walk of an index takes time. */
final class PausingInvalidation extends Invalidation {
  private final OracleThread thread;
  private Invalidation target;

  PausingInvalidation(OracleThread thread) {
    this.thread = thread;
  }

  PausingInvalidation around(Invalidation invalidation) {
    target = invalidation;
    return this;
  }

  @Override
  public void iotlb(Iommu iommu) {
    thread.pauses.maybe();
    target.iotlb(iommu);
  }

  @Override
  public void deviceTlb(Device device) {
    thread.pauses.maybe();
    target.deviceTlb(device);
  }

  @Override
  public void finish() {
    thread.pauses.maybe();
    target.finish();
  }
}
