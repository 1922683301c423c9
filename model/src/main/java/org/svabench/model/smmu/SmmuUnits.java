package org.svabench.model.smmu;

import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** The rings of all units, and what of a device's commands is known beforehand. Immutable. */
final class SmmuUnits {
  private final CommandRing[] rings;
  private final boolean[] rangeInvalidation;
  private final long[] atcInv;

  SmmuUnits(Topology topology, Hardware hardware) {
    rings = new CommandRing[topology.iommuCount()];
    rangeInvalidation = new boolean[rings.length];
    for (int i = 0; i < rings.length; i++) {
      rings[i] = new SmmuRing(i, topology.trapped(), hardware);
      rangeInvalidation[i] = topology.iommu(i).rangeInvalidation();
    }
    atcInv = new long[topology.deviceCount()];
    for (int i = 0; i < atcInv.length; i++) {
      atcInv[i] = SmmuCommand.atcInv(topology.device(i).sourceId());
    }
  }

  CommandRing[] rings() {
    return rings;
  }

  CommandRing ringOf(int iommu) {
    return rings[iommu];
  }

  boolean rangeInvalidation(int iommu) {
    return rangeInvalidation[iommu];
  }

  long atcInv(Device device) {
    return atcInv[device.index()];
  }
}
