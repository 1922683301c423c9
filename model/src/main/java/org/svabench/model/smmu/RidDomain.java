package org.svabench.model.smmu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.svabench.model.lock.SpinLock;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;
import org.svabench.model.topology.Topology;

/**
 * The paging domain that the own DMA of some devices behind one unit uses. It is set up at boot, so
 * its masters are all of its devices, whether bound to an mm or not; the last one attached comes
 * first.
 */
final class RidDomain {
  final int index;
  private final Iommu iommu;

  /** The kernel's {@code devices_lock}: mms meet here. */
  final SpinLock devicesLock = new SpinLock();

  private Device[] masters = {};
  private Device[] atsMasters = {};

  private RidDomain(int index, Iommu iommu) {
    this.index = index;
    this.iommu = iommu;
  }

  /** The RID domain of each device, by the device's index; a domain spans no two units. */
  static RidDomain[] of(Topology topology) {
    record Key(int ridDomain, Iommu iommu) {}
    Map<Key, RidDomain> domains = new HashMap<>();
    Map<RidDomain, List<Device>> members = new HashMap<>();
    RidDomain[] byDevice = new RidDomain[topology.deviceCount()];
    for (Device device : topology.devices()) {
      Iommu iommu = device.iommu();
      RidDomain domain =
          domains.computeIfAbsent(
              new Key(device.ridDomain(), iommu), key -> new RidDomain(domains.size(), iommu));
      members.computeIfAbsent(domain, key -> new ArrayList<>()).add(0, device);
      byDevice[device.index()] = domain;
    }
    members.forEach(
        (domain, devices) -> {
          domain.masters = devices.toArray(new Device[0]);
          domain.atsMasters = devices.stream().filter(Device::ats).toArray(Device[]::new);
        });
    return byDevice;
  }

  Device[] masters() {
    return masters;
  }

  Device[] atsMasters() {
    return atsMasters;
  }

  /** Drops a context descriptor, or the pointer to its block, of every master; one wait. */
  void cfgiCd(SmmuCommands commands, int pasid, boolean leaf) {
    commands.begin(iommu.index());
    devicesLock.lock();
    for (Device master : masters) {
      commands.addCfgiCd(master, pasid, leaf);
    }
    devicesLock.unlock();
    commands.finish();
  }

  /** Tells the unit's TLB, waits, then the translation caches of all masters, and waits. */
  void tell(SmmuCommands commands, int asid, int pasid, long start, long end) {
    commands.tlbi(iommu.index(), asid, start, end);
    if (atsMasters.length == 0) {
      return;
    }
    final long address =
        SmmuRange.isWhole(iommu.rangeInvalidation(), start, end)
            ? SmmuCommand.atcAddress(0, SmmuCommand.ATC_WHOLE)
            : SmmuRange.atcAddress(start, end);
    final long pasidField = SmmuCommand.substream(pasid);
    devicesLock.lock();
    for (Device master : atsMasters) {
      commands.addAtc(master, pasidField, address);
    }
    devicesLock.unlock();
    commands.finish();
  }
}
