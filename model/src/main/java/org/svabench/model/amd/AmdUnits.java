package org.svabench.model.amd;

import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** The rings of all IOMMUs, and what of a device's commands is known beforehand. Immutable. */
final class AmdUnits {
  private static final int DOMAIN_IDS = 1 << 16;

  private final CommandRing[] rings;
  private final long[] iommuPages;
  private final long[] iotlbPages;

  AmdUnits(Topology topology, Hardware hardware) {
    rings = new CommandRing[topology.iommuCount()];
    for (int i = 0; i < rings.length; i++) {
      rings[i] = new AmdRing(i, hardware);
    }
    iommuPages = new long[topology.deviceCount()];
    iotlbPages = new long[topology.deviceCount()];
    for (int i = 0; i < iommuPages.length; i++) {
      Device device = topology.device(i);
      iommuPages[i] = AmdCommand.iommuPages(domainId(device));
      iotlbPages[i] = AmdCommand.iotlbPages(device.sourceId());
    }
  }

  CommandRing[] rings() {
    return rings;
  }

  /**
   * The id of the device's own table of PASIDs ({@code gcr3_info.domid}, v6.14), whatever its other
   * DMA shares. 16 bits, 0 is reserved: where there are more devices than ids, some share one.
   */
  static int domainId(Device device) {
    return device.index() % (DOMAIN_IDS - 1) + 1;
  }

  CommandRing ringOf(Device device) {
    return rings[device.iommu().index()];
  }

  long iommuPages(Device device) {
    return iommuPages[device.index()];
  }

  long iotlbPages(Device device) {
    return iotlbPages[device.index()];
  }
}
