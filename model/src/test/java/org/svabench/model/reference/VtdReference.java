package org.svabench.model.reference;

import java.util.List;
import java.util.Set;
import org.svabench.model.Quirk;
import org.svabench.model.mm.Errno;
import org.svabench.model.reference.ReferenceMm.Domain;
import org.svabench.model.reference.ReferenceMm.Notifier;
import org.svabench.model.topology.Device;

/** VT-d: what both forms of its driver do alike. */
abstract class VtdReference extends ReferenceDriver {
  VtdReference(Generation generation, Set<Quirk> quirks, Steps steps, Wire wire) {
    super(generation, quirks, steps, wire);
  }

  /** Whether tear-down tells device TLBs in caching mode too (from v6.10 on). */
  abstract boolean tellsDeviceTlbInCachingMode();

  @Override
  int checkAllocation(Device device) {
    return generation.checksEligibility() ? eligible(device) : 0;
  }

  int eligible(Device device) {
    if (!device.iommu().svmCapable()) {
      return Errno.ENODEV;
    }
    return device.ats() ? 0 : Errno.EINVAL;
  }

  int checkAttach(Domain domain, Device device) {
    if (domain.compatibilityClass != device.iommu().compatibilityClass()) {
      return Errno.EINVAL;
    }
    if (generation.checksEligibility()) {
      return eligible(device);
    }
    // No ATS check inside bind; a unit without first-level tables refuses the entry.
    return device.iommu().svmCapable() ? 0 : Errno.EINVAL;
  }

  int program(ReferenceMm mm, Device device) {
    int error = steps.attachFails();
    if (error != 0) {
      return error;
    }
    mm.entries.add(device);
    if (device.iommu().caching()) {
      wire.submit(device, Words.pasidCache(mm.pasid));
      wire.submit(device, Words.wholeIotlb(mm.pasid));
    }
    return 0;
  }

  void tearDown(ReferenceMm mm, Device device) {
    if (!mm.entries.remove(device)) {
      return;
    }
    wire.submit(device, Words.pasidCache(mm.pasid));
    wire.submit(device, Words.wholeIotlb(mm.pasid));
    if (device.ats() && (!device.iommu().caching() || tellsDeviceTlbInCachingMode())) {
      wire.submit(device, Words.deviceTlb(mm.pasid, device.sourceId(), Block.EVERYTHING));
    }
  }

  void drain(ReferenceMm mm, Device device) {
    if (device.pri()) {
      wire.submit(
          device,
          Words.fence(),
          Words.wholeIotlb(mm.pasid),
          Words.deviceTlb(mm.pasid, device.sourceId(), Block.EVERYTHING));
    }
  }

  @Override
  void release(ReferenceMm mm) {
    for (Notifier notifier : mm.notifiers) {
      for (Device device : List.copyOf(notifier.devices())) {
        tearDown(mm, device);
      }
    }
    mm.notifiers.clear();
  }
}
