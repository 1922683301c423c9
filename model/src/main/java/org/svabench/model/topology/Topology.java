package org.svabench.model.topology;

import java.util.ArrayList;
import java.util.List;

/**
 * IOMMUs, groups and devices of one machine. Immutable, so it is shared freely between threads.
 *
 * <p>Built by {@link TopologyBuilder}; the presets and the text form are two users of it.
 */
public final class Topology {
  /** Most IOMMUs a topology may have. */
  public static final int MAX_IOMMUS = 1024;

  /** Most devices a topology may have. */
  public static final int MAX_DEVICES = 65_536;

  /** Size of the architectural PASID space, 20 bits. */
  public static final int PASID_SPACE = 1 << 20;

  private final String name;
  private final Family family;
  private final boolean trapped;
  private final Iommu[] iommus;
  private final Device[] devices;
  private final IommuGroup[] groups;

  Topology(
      String name,
      Family family,
      boolean trapped,
      Iommu[] iommus,
      Device[] devices,
      IommuGroup[] groups) {
    this.name = name;
    this.family = family;
    this.trapped = trapped;
    this.iommus = iommus;
    this.devices = devices;
    this.groups = groups;
  }

  /**
   * The name a user selects it by.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The command set its IOMMUs speak. A design of another family may still be run on it: the
   * question is then hypothetical, and the tables say so.
   *
   * @return the family
   */
  public Family family() {
    return family;
  }

  /**
   * Whether queue submissions leave the guest: each then costs an exit.
   *
   * @return true for a virtual IOMMU whose queue is trapped
   */
  public boolean trapped() {
    return trapped;
  }

  /**
   * Number of IOMMUs.
   *
   * @return 1 .. {@link #MAX_IOMMUS}
   */
  public int iommuCount() {
    return iommus.length;
  }

  /**
   * Number of devices.
   *
   * @return 1 .. {@link #MAX_DEVICES}
   */
  public int deviceCount() {
    return devices.length;
  }

  /**
   * Number of groups.
   *
   * @return 1 .. device count
   */
  public int groupCount() {
    return groups.length;
  }

  /**
   * An IOMMU by index. Does not allocate.
   *
   * @param index 0 .. count-1
   * @return the IOMMU
   */
  public Iommu iommu(int index) {
    return iommus[index];
  }

  /**
   * A device by index. Does not allocate.
   *
   * @param index 0 .. count-1
   * @return the device
   */
  public Device device(int index) {
    return devices[index];
  }

  /**
   * A group by index. Does not allocate.
   *
   * @param index 0 .. count-1
   * @return the group
   */
  public IommuGroup group(int index) {
    return groups[index];
  }

  /**
   * All IOMMUs by index.
   *
   * @return an immutable list
   */
  public List<Iommu> iommus() {
    return List.of(iommus);
  }

  /**
   * All devices by index.
   *
   * @return an immutable list
   */
  public List<Device> devices() {
    return List.of(devices);
  }

  /**
   * All groups by index.
   *
   * @return an immutable list
   */
  public List<IommuGroup> groups() {
    return List.of(groups);
  }

  /**
   * The same machine with SMMUv3 range invalidation on or off in every unit.
   *
   * @param value whether one TLBI command can cover a range of pages
   * @return a new topology of the same name
   */
  public Topology withRangeInvalidation(boolean value) {
    TopologyBuilder copy = named(name, family).trapped(trapped);
    for (Iommu unit : iommus) {
      copy.iommu(
          unit.name(),
          spec ->
              spec.compatibilityClass(unit.compatibilityClass())
                  .caching(unit.caching())
                  .svmCapable(unit.svmCapable())
                  .rangeInvalidation(value));
    }
    for (Device device : devices) {
      copy.device(device.iommu().index())
          .name(device.name())
          .group(device.group().index())
          .ats(device.ats())
          .pri(device.pri())
          .extraDeviceTlbFlush(device.extraDeviceTlbFlush())
          .maxPasids(device.maxPasids())
          .sourceId(device.sourceId())
          .ridDomain(device.ridDomain());
    }
    List<int[]> order = new ArrayList<>();
    for (IommuGroup group : groups) {
      order.add(group.devices().stream().mapToInt(Device::index).toArray());
    }
    return copy.groupOrder(order).build();
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * Starts a topology.
   *
   * @param name the name a user selects it by
   * @param family the command set of its IOMMUs
   * @return a builder
   */
  public static TopologyBuilder named(String name, Family family) {
    return new TopologyBuilder(name, family);
  }
}
