package org.svabench.benchmarks.verify;

import java.util.ArrayList;
import java.util.List;
import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.Invalidation;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.fanout.TagPool;
import org.svabench.model.mm.Cpu;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/**
 * Broken twin: a batch is not submitted where the next command is for another IOMMU, so all of it
 * goes to the ring of the last one.
 */
final class Unsubmitted extends InvalidationIndex {
  private final InvalidationIndex index;

  Unsubmitted(InvalidationIndex index) {
    this.index = index;
  }

  @Override
  public boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
    return index.assign(cpu, bound, pools);
  }

  @Override
  public void unassign(BoundDevice bound, TagPool pools) {
    index.unassign(bound, pools);
  }

  @Override
  public boolean tellsOutlastAssign() {
    return index.tellsOutlastAssign();
  }

  @Override
  public void tell(Invalidation invalidation) {
    index.tell(new Batch(invalidation));
  }

  private static final class Batch extends Invalidation {
    private final Invalidation target;
    private final List<Device> devices = new ArrayList<>();
    private Iommu last;
    private int commands;

    Batch(Invalidation target) {
      this.target = target;
    }

    @Override
    public void iotlb(Iommu iommu) {
      last = iommu;
      commands++;
    }

    @Override
    public void deviceTlb(Device device) {
      devices.add(device);
    }

    @Override
    public void finish() {
      for (; commands > 0; commands--) {
        target.iotlb(last);
      }
      devices.forEach(target::deviceTlb);
      devices.clear();
      target.finish();
    }
  }
}
