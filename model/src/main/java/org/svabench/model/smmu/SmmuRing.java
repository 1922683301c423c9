package org.svabench.model.smmu;

import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;

/**
 * The command queue of an SMMUv3: 16-byte commands, CMD_SYNC as the wait. A guest's has 256 entries
 * (command queue fairness series v2, 2025-10-20); hardware's have up to 262,144, of which the model
 * keeps {@value #HARDWARE_SLOTS}: depth shows only where a queue fills up.
 *
 * <p>The kernel reserves slots by compare-and-exchange and one of several concurrent submitters
 * writes the tail register for all; here each takes the ring's lock and writes it for itself.
 */
final class SmmuRing extends CommandRing {
  static final int GUEST_SLOTS = 256;
  static final int HARDWARE_SLOTS = 1024;
  private static final int WORDS_PER_SLOT = 2;

  SmmuRing(int iommu, boolean guest, Hardware hardware) {
    super(iommu, guest ? GUEST_SLOTS : HARDWARE_SLOTS, WORDS_PER_SLOT, false, hardware);
  }

  @Override
  protected long waitCommand(int slot) {
    return SmmuCommand.sync();
  }

  @Override
  protected long waitAddress(int slot) {
    return (long) slot * WORDS_PER_SLOT * Long.BYTES;
  }
}
