package org.svabench.model.reference;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svabench.model.Quirk;
import org.svabench.model.mm.Errno;
import org.svabench.model.reference.Generation.Flush;
import org.svabench.model.reference.ReferenceMm.Domain;
import org.svabench.model.reference.ReferenceMm.Notifier;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/** SMMUv3 from v6.11 on: a domain belongs to one unit and has an ASID of its own. */
final class InstanceReference extends SmmuReference {
  private record Home(Iommu unit, int asid) {}

  private final Map<Domain, Home> homes = new HashMap<>();

  InstanceReference(Generation generation, Set<Quirk> quirks, Steps steps, Wire wire) {
    super(generation, quirks, steps, wire);
  }

  private boolean sorted() {
    return generation.flush() == Flush.SORTED_ARRAY;
  }

  @Override
  int checkAllocation(Device device) {
    return device.iommu().svmCapable() ? 0 : Errno.EOPNOTSUPP;
  }

  @Override
  Domain allocate(ReferenceMm mm, Device device) {
    for (int allocation = 0; allocation < (sorted() ? 4 : 3); allocation++) {
      boolean fails = steps.allocationFails();
      if (fails) {
        return null;
      }
    }
    Domain domain = new Domain(mm, 0);
    homes.put(domain, new Home(device.iommu(), newAsid()));
    mm.notifiers.addFirst(domain);
    return domain;
  }

  @Override
  void free(Domain domain) {
    Home home = homes.remove(domain);
    if (!sorted()) {
      tlbiAll(home.unit(), home.asid());
    }
    freeAsid(home.asid());
    domain.mm.notifiers.remove(domain);
  }

  @Override
  int attach(Domain domain, Device device) {
    if (homes.get(domain).unit() != device.iommu()) {
      return Errno.EINVAL;
    }
    for (int allocation = 0; allocation < (sorted() ? 2 : 1); allocation++) {
      boolean fails = steps.allocationFails();
      if (fails) {
        return Errno.ENOMEM;
      }
    }
    domain.devices.addFirst(device);
    writeCd(domain, device);
    if (device.ats()) {
      atcAll(domain.mm.pasid, device);
    }
    return 0;
  }

  /** Twice: a descriptor's valid bit and its other words change one after another. */
  private void writeCd(Domain domain, Device device) {
    cfgiCd(domain.mm.pasid, List.of(device));
    cfgiCd(domain.mm.pasid, List.of(device));
  }

  @Override
  void detach(Domain domain, Device device) {
    writeCd(domain, device);
    if (device.ats()) {
      atcAll(domain.mm.pasid, device);
    }
    domain.devices.remove(device);
    if (sorted() && domain.devices.isEmpty()) {
      tlbiAll(homes.get(domain).unit(), homes.get(domain).asid());
    }
  }

  @Override
  void notify(ReferenceMm mm, Notifier notifier, long start, long end) {
    tell((Domain) notifier, start, quirks.contains(Quirk.EMPTY_RANGE) ? start : end);
  }

  private void tell(Domain domain, long start, long end) {
    Home home = homes.get(domain);
    if (domain.devices.isEmpty()) {
      throw new IllegalStateException("a domain without devices is told");
    }
    tlbi(home.unit(), home.asid(), start, end);
    if (sorted()) {
      List<Device> byStream =
          domain.devices.stream().sorted(Comparator.comparingInt(Device::sourceId)).toList();
      atc(home.unit(), domain.mm.pasid, byStream, hasNoBounds(start, end), start, end);
    } else {
      boolean all = meansAll(home.unit(), start, end);
      atc(home.unit(), domain.mm.pasid, domain.devices, all, start, end);
    }
  }

  @Override
  void release(ReferenceMm mm) {
    for (Notifier notifier : mm.notifiers) {
      Domain domain = (Domain) notifier;
      domain.devices.forEach(device -> writeCd(domain, device));
      tell(domain, 0, -1L);
    }
    mm.notifiers.clear();
  }
}
