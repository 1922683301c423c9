package org.svabench.model.amd;

import org.svabench.model.queue.CommandRing;
import org.svabench.model.topology.Device;

/**
 * The flush of one PASID of one device: INVALIDATE_IOMMU_PAGES with the device's own domain id,
 * with ATS INVALIDATE_IOTLB_PAGES, then COMPLETION_WAIT ({@code amd_iommu_dev_flush_pasid_pages}).
 * These are one hand-over and so one submission.
 *
 * <p>The kernel takes the buffer's lock and writes the tail register for each command, and leaves
 * out a wait where another CPU's wait has come after all commands. Here they go in under one lock:
 * counts are those of one CPU and do not depend on who meets whom. On a trapped buffer the kernel's
 * writes would be as many exits as commands and waits together.
 */
final class AmdCommands {
  private final AmdUnits units;
  private final long[] words = new long[2 * CommandRing.PAYLOAD_WORDS];

  AmdCommands(AmdUnits units) {
    this.units = units;
  }

  /**
   * Flushes a block and waits.
   *
   * @param blockAddress what {@link AmdCommand#blockAddress} returned
   */
  void flush(Device device, int pasid, long blockAddress) {
    words[0] = units.iommuPages(device) | pasid;
    words[1] = AmdCommand.iommuPagesAddress(blockAddress);
    int count = 1;
    if (device.ats()) {
      words[2] = units.iotlbPages(device) | AmdCommand.iotlbPasid(pasid);
      words[3] = AmdCommand.iotlbPagesAddress(blockAddress);
      count = 2;
    }
    units.ringOf(device).submit(words, count);
  }

  /** Flushes all that a PASID of a device translates, and waits. */
  void flushAll(Device device, int pasid) {
    flush(device, pasid, AmdCommand.ALL_PAGES);
  }
}
