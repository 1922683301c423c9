package org.svabench.model.vtd;

import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;

/** The invalidation queue of a VT-d unit in scalable mode: 256 slots of 32 bytes. */
final class VtdRing extends CommandRing {
  static final int SLOTS = 256;
  private static final int WORDS_PER_SLOT = 4;

  VtdRing(int iommu, Hardware hardware) {
    super(iommu, SLOTS, WORDS_PER_SLOT, false, hardware);
  }

  @Override
  protected long waitCommand(int slot) {
    return Descriptor.waitStatus(slot);
  }

  @Override
  protected long waitAddress(int slot) {
    return (long) slot * Integer.BYTES;
  }
}
