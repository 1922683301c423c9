package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svabench.model.Quirk;
import org.svabench.model.mm.Errno;
import org.svabench.model.reference.ReferenceMm.Domain;
import org.svabench.model.reference.ReferenceMm.Notifier;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;
import org.svabench.model.topology.Topology;

/** SMMUv3 v6.6: a notifier for each RID domain with a bond, over all masters of that domain. */
final class RidDomainReference extends SmmuReference {
  private final Topology topology;
  private final Map<ReferenceMm, Integer> asidOf = new HashMap<>();

  /** Also after an exit, which takes notifiers off the list of subscriptions only. */
  private final Map<ReferenceMm, List<RidNotifier>> notifiers = new HashMap<>();

  RidDomainReference(
      Topology topology, Generation generation, Set<Quirk> quirks, Steps steps, Wire wire) {
    super(generation, quirks, steps, wire);
    this.topology = topology;
  }

  private static final class RidNotifier implements Notifier {
    final List<Device> masters;
    int bonds = 1;
    boolean released;

    RidNotifier(List<Device> masters) {
      this.masters = masters;
    }

    @Override
    public List<Device> devices() {
      return masters;
    }
  }

  /** The devices whose own DMA uses the same page tables, the last one first. */
  private List<Device> mastersBeside(Device device) {
    List<Device> masters = new ArrayList<>();
    for (Device other : topology.devices()) {
      if (other.ridDomain() == device.ridDomain() && other.iommu() == device.iommu()) {
        masters.add(0, other);
      }
    }
    return masters;
  }

  private RidNotifier notifierOf(ReferenceMm mm, Device device) {
    return notifiers.getOrDefault(mm, List.of()).stream()
        .filter(notifier -> notifier.masters.contains(device))
        .findFirst()
        .orElse(null);
  }

  @Override
  int checkAllocation(Device device) {
    return 0;
  }

  @Override
  Domain allocate(ReferenceMm mm, Device device) {
    return steps.allocationFails() ? null : new Domain(mm, 0);
  }

  @Override
  void free(Domain domain) {}

  @Override
  int attach(Domain domain, Device device) {
    if (!device.iommu().svmCapable()) {
      return Errno.ENODEV;
    }
    boolean noBond = steps.allocationFails();
    if (noBond) {
      return Errno.ENOMEM;
    }
    ReferenceMm mm = domain.mm;
    RidNotifier existing = notifierOf(mm, device);
    if (existing != null) {
      existing.bonds++;
      return 0;
    }
    for (int allocation = 0; allocation < 3; allocation++) {
      boolean fails = steps.allocationFails();
      if (fails) {
        return Errno.ENOMEM;
      }
    }
    asidOf.computeIfAbsent(mm, unused -> newAsid());
    RidNotifier notifier = new RidNotifier(mastersBeside(device));
    notifiers.computeIfAbsent(mm, unused -> new ArrayList<>()).add(notifier);
    mm.notifiers.addFirst(notifier);
    cfgiCd(mm.pasid, notifier.masters);
    cfgiCd(mm.pasid, notifier.masters);
    return 0;
  }

  @Override
  void detach(Domain domain, Device device) {
    ReferenceMm mm = domain.mm;
    RidNotifier notifier = notifierOf(mm, device);
    if (--notifier.bonds > 0) {
      return;
    }
    cfgiCd(mm.pasid, notifier.masters);
    if (!notifier.released) {
      tell(mm, notifier, 0, -1L);
    }
    mm.notifiers.remove(notifier);
    notifiers.get(mm).remove(notifier);
    if (notifiers.get(mm).isEmpty()) {
      freeAsid(asidOf.remove(mm));
    }
  }

  @Override
  void notify(ReferenceMm mm, Notifier notifier, long start, long end) {
    tell(mm, (RidNotifier) notifier, start, quirks.contains(Quirk.EMPTY_RANGE) ? start : end);
  }

  private void tell(ReferenceMm mm, RidNotifier notifier, long start, long end) {
    Iommu unit = notifier.masters.get(0).iommu();
    tlbi(unit, asidOf.get(mm), start, end);
    atc(unit, mm.pasid, notifier.masters, meansAll(unit, start, end), start, end);
  }

  @Override
  void release(ReferenceMm mm) {
    for (Notifier each : mm.notifiers) {
      RidNotifier notifier = (RidNotifier) each;
      cfgiCd(mm.pasid, notifier.masters);
      tell(mm, notifier, 0, -1L);
      notifier.released = true;
    }
    mm.notifiers.clear();
  }
}
