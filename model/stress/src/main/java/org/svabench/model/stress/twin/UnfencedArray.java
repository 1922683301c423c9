package org.svabench.model.stress.twin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.Invalidation;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.fanout.TagPool;
import org.svabench.model.mm.Cpu;
import org.svabench.model.topology.Device;

/**
 * An array of devices that is replaced as a whole, published with a release store: the fence behind
 * it is missing, so a binder may read a page table entry before its device can be found.
 */
public final class UnfencedArray extends InvalidationIndex {
  private static final VarHandle CURRENT;

  static {
    try {
      CURRENT =
          MethodHandles.lookup().findVarHandle(UnfencedArray.class, "current", Device[].class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private Device[] current = {};

  @Override
  public boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
    final Device[] next = Arrays.copyOf(current, current.length + 1);
    next[current.length] = bound.device();
    CURRENT.setRelease(this, next);
    return true;
  }

  @Override
  public void unassign(BoundDevice bound, TagPool pools) {
    CURRENT.setRelease(
        this, Arrays.stream(current).filter(each -> each != bound.device()).toArray(Device[]::new));
  }

  @Override
  public void tell(Invalidation invalidation) {
    for (Device device : (Device[]) CURRENT.getAcquire(this)) {
      invalidation.iotlb(device.iommu());
      if (device.ats()) {
        invalidation.deviceTlb(device);
      }
    }
    invalidation.finish();
  }
}
