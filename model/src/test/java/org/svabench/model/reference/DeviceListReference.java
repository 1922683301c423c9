package org.svabench.model.reference;

import java.util.List;
import java.util.Set;
import org.svabench.model.Quirk;
import org.svabench.model.mm.Errno;
import org.svabench.model.reference.ReferenceMm.DeviceList;
import org.svabench.model.reference.ReferenceMm.Domain;
import org.svabench.model.reference.ReferenceMm.Notifier;
import org.svabench.model.topology.Device;

/** Up to v6.9: one list of devices per PASID; every device is told by itself. */
final class DeviceListReference extends VtdReference {
  DeviceListReference(Generation generation, Set<Quirk> quirks, Steps steps, Wire wire) {
    super(generation, quirks, steps, wire);
  }

  @Override
  boolean tellsDeviceTlbInCachingMode() {
    return false;
  }

  @Override
  Domain allocate(ReferenceMm mm, Device device) {
    return steps.allocationFails() ? null : new Domain(mm, device.iommu().compatibilityClass());
  }

  @Override
  void free(Domain domain) {}

  @Override
  int attach(Domain domain, Device device) {
    int error = checkAttach(domain, device);
    if (error != 0) {
      return error;
    }
    ReferenceMm mm = domain.mm;
    if (mm.deviceList == null) {
      boolean noList = steps.allocationFails();
      if (noList) {
        return Errno.ENOMEM;
      }
      boolean notRegistered = steps.allocationFails();
      if (notRegistered) {
        return Errno.ENOMEM;
      }
      boolean notStored = steps.allocationFails();
      if (notStored) {
        return Errno.ENOMEM;
      }
      mm.deviceList = new DeviceList();
      mm.notifiers.addFirst(mm.deviceList);
    }
    error = steps.allocationFails() ? Errno.ENOMEM : program(mm, device);
    if (error == 0) {
      mm.deviceList.devices.addFirst(device);
    }
    dropUnusedList(mm);
    return error;
  }

  @Override
  void detach(Domain domain, Device device) {
    ReferenceMm mm = domain.mm;
    mm.deviceList.devices.remove(device);
    dropUnusedList(mm);
    tearDown(mm, device);
    drain(mm, device);
  }

  private static void dropUnusedList(ReferenceMm mm) {
    if (mm.deviceList.devices.isEmpty()) {
      mm.notifiers.remove(mm.deviceList);
      mm.deviceList = null;
    }
  }

  @Override
  void notify(ReferenceMm mm, Notifier notifier, long start, long end) {
    boolean everything = isEverything(start, end);
    if (everything && quirks.contains(Quirk.FULL_FLUSH_WRAP)) {
      return;
    }
    List<Block> blocks = everything ? List.of(Block.EVERYTHING) : Block.splitting(start, end);
    for (Device device : notifier.devices()) {
      for (Block block : blocks) {
        wire.submit(device, everything ? Words.wholeIotlb(mm.pasid) : Words.iotlb(mm.pasid, block));
        Words deviceTlb = Words.deviceTlb(mm.pasid, device.sourceId(), block);
        if (device.ats()) {
          wire.submit(device, deviceTlb);
          if (device.extraDeviceTlbFlush()) {
            wire.submit(device, deviceTlb);
          }
        }
      }
    }
  }
}
