package org.svabench.model.reference;

import java.util.List;
import java.util.Set;
import org.svabench.model.Quirk;
import org.svabench.model.mm.Errno;
import org.svabench.model.reference.ReferenceMm.Domain;
import org.svabench.model.reference.ReferenceMm.Notifier;
import org.svabench.model.topology.Device;

/** AMD v6.14: one domain over all IOMMUs, whose devices are told one by one. */
final class AmdReference extends ReferenceDriver {
  AmdReference(Generation generation, Set<Quirk> quirks, Steps steps, Wire wire) {
    super(generation, quirks, steps, wire);
  }

  @Override
  int checkAllocation(Device device) {
    return 0;
  }

  @Override
  Domain allocate(ReferenceMm mm, Device device) {
    boolean noDomain = steps.allocationFails();
    boolean noId = !noDomain && steps.allocationFails();
    boolean notRegistered = !noDomain && !noId && steps.allocationFails();
    if (noDomain || noId || notRegistered) {
      return null;
    }
    Domain domain = new Domain(mm, device.iommu().compatibilityClass());
    mm.notifiers.addFirst(domain);
    return domain;
  }

  @Override
  void free(Domain domain) {
    domain.mm.notifiers.remove(domain);
  }

  @Override
  int attach(Domain domain, Device device) {
    boolean wrong =
        device.iommu().compatibilityClass() != domain.compatibilityClass
            || domain.mm.pasid >= device.maxPasids()
            || !device.iommu().svmCapable();
    if (wrong) {
      return Errno.EINVAL;
    }
    boolean noRecord = steps.allocationFails();
    if (noRecord) {
      return Errno.EINVAL; // sic
    }
    boolean noTable = steps.allocationFails();
    if (noTable) {
      return Errno.ENOMEM;
    }
    flush(domain.mm, device, 0, -1L);
    domain.devices.addFirst(device);
    return 0;
  }

  @Override
  void detach(Domain domain, Device device) {
    if (domain.devices.remove(device)) {
      flush(domain.mm, device, 0, -1L);
    }
  }

  @Override
  void notify(ReferenceMm mm, Notifier notifier, long start, long end) {
    notifier.devices().forEach(device -> flush(mm, device, start, end));
  }

  @Override
  void release(ReferenceMm mm) {
    for (Notifier notifier : mm.notifiers) {
      for (Device device : List.copyOf(notifier.devices())) {
        detach((Domain) notifier, device);
      }
    }
    mm.notifiers.clear();
  }

  private void flush(ReferenceMm mm, Device device, long start, long end) {
    long address = address(start, end);
    // The tag is the device's own domain id; bit 2 says that the PASID counts, bit 1 "PDE too".
    Words pages =
        new Words(
            3L << 60 | (long) (device.index() + 1) << 32 | mm.pasid, address | 1 << 2 | 1 << 1);
    if (!device.ats()) {
      wire.submit(device, pages);
      return;
    }
    long id = device.sourceId();
    Words iotlb =
        new Words(
            4L << 60
                | (long) (mm.pasid >> 16) << 56
                | (long) (mm.pasid & 0xff) << 48
                | id << 32
                | 32L << 24
                | (long) (mm.pasid >> 8 & 0xff) << 16
                | id,
            address | 1 << 2);
    wire.submit(device, pages, iotlb);
  }

  /** One page, or a block told by the ones below its highest bit, with the size bit. */
  private static long address(long start, long end) {
    Block block = Block.covering(start, end);
    if (block.order() == 0) {
      return block.base();
    }
    long ones = 0;
    for (int bit = 12; bit < Math.min(11 + block.order(), 63); bit++) {
      ones |= 1L << bit;
    }
    // From 2^52 bytes on: every address.
    return block.order() > 40 ? 0x7fff_ffff_ffff_f001L : block.base() | ones | 1;
  }
}
