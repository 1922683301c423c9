package org.svabench.model.fanout;

import java.lang.invoke.VarHandle;
import org.svabench.model.mm.Cpu;

/**
 * The bitset index of a machine of some thousand devices: the {@link IommuBitSet} of those bound.
 *
 * <p>Notifications are wait-free; binders, serialised or not, are as {@link IommuBitSet#setOwned}
 * says. Each device is reported by the notifications that its bind and unbind promise, and its
 * IOMMU with it because the IOMMU is derived from the device's own bit: whatever a walk sees of
 * several leaves, it cannot see a device without its IOMMU.
 */
final class BitSetIndex extends InvalidationIndex {
  private final DeviceOrder order;
  private final IommuBitSet bound;

  BitSetIndex(DeviceOrder order) {
    this.order = order;
    this.bound = new IommuBitSet(order.deviceCount());
  }

  @Override
  public boolean assign(Cpu cpu, BoundDevice device, TagPool pools) {
    bound.setOwned(order.ordinal(device.device()));
    VarHandle.fullFence();
    return true;
  }

  @Override
  public void unassign(BoundDevice device, TagPool pools) {
    bound.clearOwned(order.ordinal(device.device()));
  }

  @Override
  public void tell(Invalidation invalidation) {
    tell(invalidation, order, bound);
    invalidation.finish();
  }

  static void tell(Invalidation invalidation, DeviceOrder order, IommuBitSet bound) {
    int named = DeviceOrder.nobody();
    for (int group = 0; group < bound.groups(); group++) {
      for (long left = bound.announced(group); left != 0; left &= left - 1) {
        final int leaf = group * SummaryBits.LEAVES + Long.numberOfTrailingZeros(left);
        final long bits = bound.word(leaf);
        if (bits == 0) {
          bound.forget(leaf);
        } else {
          named = order.tell(invalidation, leaf * Long.SIZE, bits, named);
        }
      }
    }
  }
}
