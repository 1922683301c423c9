package org.svabench.model.amd;

import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;

/**
 * The command buffer of an AMD IOMMU: 8 KiB, 512 commands of 16 bytes. Whoever waits keeps the lock
 * while it polls, so nobody else gets a command in ({@code iommu_completion_wait}, v6.14).
 */
final class AmdRing extends CommandRing {
  static final int SLOTS = 512;
  private static final int WORDS_PER_SLOT = 2;

  AmdRing(int iommu, Hardware hardware) {
    super(iommu, SLOTS, WORDS_PER_SLOT, true, hardware);
  }

  /** The semaphore of the model is at address 0. */
  @Override
  protected long waitCommand(int slot) {
    return AmdCommand.completionWait(0);
  }

  /** What is stored there; the kernel counts up, so that no two waits are taken for each other. */
  @Override
  protected long waitAddress(int slot) {
    return slot;
  }
}
