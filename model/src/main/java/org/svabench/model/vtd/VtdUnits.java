package org.svabench.model.vtd;

import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** The rings of all units, and what of a descriptor is known once a topology is. Immutable. */
final class VtdUnits {
  private final CommandRing[] rings;
  private final int[] unitOfDevice;
  private final long[] pasidDeviceTlb;
  private final long[] deviceTlb;
  private final boolean extraFlushes;

  VtdUnits(Topology topology, Hardware hardware) {
    rings = new CommandRing[topology.iommuCount()];
    for (int i = 0; i < rings.length; i++) {
      rings[i] = new VtdRing(i, hardware);
    }
    extraFlushes = topology.devices().stream().anyMatch(Device::extraDeviceTlbFlush);
    unitOfDevice = new int[topology.deviceCount()];
    pasidDeviceTlb = new long[topology.deviceCount()];
    deviceTlb = new long[topology.deviceCount()];
    for (int i = 0; i < unitOfDevice.length; i++) {
      Device device = topology.device(i);
      unitOfDevice[i] = device.iommu().index();
      pasidDeviceTlb[i] = Descriptor.pasidDeviceTlb(device.sourceId());
      deviceTlb[i] = Descriptor.deviceTlb(device.sourceId());
    }
  }

  CommandRing[] rings() {
    return rings;
  }

  /** Whether there is a device whose device-TLB commands are sent twice. */
  boolean hasExtraFlushes() {
    return extraFlushes;
  }

  boolean completeAtOnce() {
    return rings[0].completesAtOnce();
  }

  CommandRing ringOf(Device device) {
    return rings[unitOfDevice[device.index()]];
  }

  int unitOf(Device device) {
    return unitOfDevice[device.index()];
  }

  CommandRing ringOf(int iommu) {
    return rings[iommu];
  }

  long pasidDeviceTlb(Device device) {
    return pasidDeviceTlb[device.index()];
  }

  long deviceTlb(Device device) {
    return deviceTlb[device.index()];
  }
}
