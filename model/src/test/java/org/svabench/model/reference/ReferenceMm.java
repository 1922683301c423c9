package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.svabench.model.topology.Device;

/** A process address space and everything that hangs on it. */
final class ReferenceMm {
  static final int NO_PASID = -1;

  final int number;
  int pasid = NO_PASID;
  boolean exited;

  /** What each group's array holds for this mm's PASID, by group. */
  final Map<Integer, Slot> slots = new TreeMap<>();

  /** The domain list from v6.8 on, newest first. */
  final LinkedList<Domain> domains = new LinkedList<>();

  /** Every domain that exists: each pins the mm. */
  final Set<Domain> existing = new HashSet<>();

  /** Subscriptions, newest first: domains from v6.10 on, else the one device list. */
  final LinkedList<Notifier> notifiers = new LinkedList<>();

  /** The device list up to v6.9; null where no device is attached. */
  DeviceList deviceList;

  /** Devices whose PASID entry is programmed. */
  final Set<Device> entries = new HashSet<>();

  ReferenceMm(int number) {
    this.number = number;
  }

  boolean dead() {
    return exited && existing.isEmpty();
  }

  /** Something that is told of notifications. */
  interface Notifier {
    /** Its devices, newest first. */
    List<Device> devices();
  }

  /** What devices of one compatible set share. */
  static final class Domain implements Notifier {
    final ReferenceMm mm;
    final int compatibilityClass;
    final LinkedList<Device> devices = new LinkedList<>();
    final List<Tag> tags = new ArrayList<>();
    boolean hasBatch;
    int users;

    Domain(ReferenceMm mm, int compatibilityClass) {
      this.mm = mm;
      this.compatibilityClass = compatibilityClass;
    }

    @Override
    public List<Device> devices() {
      return devices;
    }
  }

  /** The devices of one PASID, up to v6.9. */
  static final class DeviceList implements Notifier {
    final LinkedList<Device> devices = new LinkedList<>();

    @Override
    public List<Device> devices() {
      return devices;
    }
  }

  /** A cache to be told: an IOMMU's where the device is null, else the device's. */
  static final class Tag {
    final int iommu;
    final Device device;
    int users = 1;

    Tag(int iommu, Device device) {
      this.iommu = iommu;
      this.device = device;
    }
  }

  /** A group's array entry for this PASID. */
  static final class Slot {
    final Domain domain;
    final List<Device> attached = new ArrayList<>();
    Handle handle;

    Slot(Domain domain) {
      this.domain = domain;
    }
  }

  /** What a bind returns. */
  static final class Handle {
    final int number;
    final ReferenceMm mm;
    final Device device;
    Domain domain;
    int users = 1;

    Handle(int number, ReferenceMm mm, Device device) {
      this.number = number;
      this.mm = mm;
      this.device = device;
    }
  }

  /** Domains by group, for the generation without a domain list. */
  Map<Integer, Domain> domainsByGroup() {
    Map<Integer, Domain> byGroup = new LinkedHashMap<>();
    slots.forEach((group, slot) -> byGroup.put(group, slot.domain));
    return byGroup;
  }
}
