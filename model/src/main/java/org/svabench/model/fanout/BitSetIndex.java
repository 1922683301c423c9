package org.svabench.model.fanout;

import org.svabench.model.mm.Cpu;
import org.svabench.model.topology.Iommu;

/**
 * The bitset index of a machine of some thousand devices: the {@link IommuBitSet} of those bound.
 *
 * <p>Notifications are wait-free; binders, serialised or not, are as {@link IommuBitSet#setOwned}
 * says. The IOMMU of a device is derived from the device's own bit, so whatever a walk sees of
 * several leaves, it cannot see a device without its IOMMU, nor miss the IOMMU of a bound device.
 */
final class BitSetIndex extends RereadIndex {
  private final IommuBitSet bound;

  BitSetIndex(DeviceOrder order) {
    super(order);
    bound = new IommuBitSet(order.deviceCount());
  }

  @Override
  boolean set(Cpu cpu, int ordinal) {
    bound.setOwned(ordinal);
    return true;
  }

  @Override
  void clear(int ordinal) {
    bound.clearOwned(ordinal);
  }

  @Override
  void walk(Invalidation invalidation, boolean again) {
    walk(this, bound, invalidation, again);
  }

  static void walk(RereadIndex index, IommuBitSet bound, Invalidation invalidation, boolean again) {
    Iommu named = null;
    for (int group = 0; group < bound.groups(); group++) {
      for (long left = bound.announced(group); left != 0; left &= left - 1) {
        final int leaf = group * SummaryBits.LEAVES + Long.numberOfTrailingZeros(left);
        final long bits = bound.word(leaf);
        if (bits == 0) {
          bound.forget(leaf);
        } else {
          named = index.tellWord(invalidation, again, leaf * Long.SIZE, bits, named);
        }
      }
    }
  }
}
