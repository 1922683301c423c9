package org.svabench.model.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * IOMMUs, groups and devices of one machine. Immutable, so it is shared freely between threads.
 *
 * <p>Built by {@link Builder}; the presets and the text form are two users of it.
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

  private Topology(
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
  public static Builder named(String name, Family family) {
    return new Builder(name, family);
  }

  /** What is said of one device before it is built; defaults are a server's usual endpoint. */
  public static final class DeviceSpec {
    private final int iommu;
    String name;
    int group = -1;
    boolean ats = true;
    boolean pri;
    boolean extraDeviceTlbFlush;
    int maxPasids = PASID_SPACE;
    int sourceId = -1;
    int ridDomain = -1;

    private DeviceSpec(int iommu) {
      this.iommu = iommu;
    }

    /**
     * Names the device; by default {@code dev} and its index.
     *
     * @param value the name
     * @return this
     */
    public DeviceSpec name(String value) {
      name = value;
      return this;
    }

    /**
     * Puts the device into a group; by default it has one of its own.
     *
     * @param value 0 or above; the numbers used must be without gaps
     * @return this
     */
    public DeviceSpec group(int value) {
      group = value;
      return this;
    }

    /**
     * Turns ATS on or off; by default on.
     *
     * @param value whether the device has an enabled device TLB
     * @return this
     */
    public DeviceSpec ats(boolean value) {
      ats = value;
      return this;
    }

    /**
     * Turns page requests on or off; by default off.
     *
     * @param value whether page requests are enabled
     * @return this
     */
    public DeviceSpec pri(boolean value) {
      pri = value;
      return this;
    }

    /**
     * Marks a device whose device-TLB commands are sent twice; by default not.
     *
     * @param value whether it is one
     * @return this
     */
    public DeviceSpec extraDeviceTlbFlush(boolean value) {
      extraDeviceTlbFlush = value;
      return this;
    }

    /**
     * Limits the PASIDs of the device; by default the whole 20-bit space.
     *
     * @param value 0 (none) .. 1,048,576
     * @return this
     */
    public DeviceSpec maxPasids(int value) {
      maxPasids = value;
      return this;
    }

    /**
     * Sets the requester id; by default bus = IOMMU + 1 (modulo 256), devfn by order behind it.
     *
     * @param value 0 .. 65,535
     * @return this
     */
    public DeviceSpec sourceId(int value) {
      sourceId = value;
      return this;
    }

    /**
     * Sets the RID domain; by default one per group.
     *
     * @param value 0 or above
     * @return this
     */
    public DeviceSpec ridDomain(int value) {
      ridDomain = value;
      return this;
    }
  }

  /** Collects IOMMUs and devices, then checks and builds. Not for several threads. */
  public static final class Builder {
    private final String name;
    private final Family family;
    private boolean trapped;
    private final List<Iommu> iommus = new ArrayList<>();
    private final List<DeviceSpec> devices = new ArrayList<>();
    private List<int[]> groupOrder;

    private Builder(String name, Family family) {
      this.name = name;
      this.family = family;
    }

    /**
     * Says whether queue submissions are trapped by a hypervisor.
     *
     * @param value true for a virtual IOMMU
     * @return this
     */
    public Builder trapped(boolean value) {
      trapped = value;
      return this;
    }

    /**
     * Adds an IOMMU of compatibility class 0 that can do SVA and is not in caching mode.
     *
     * @param iommuName its name
     * @return this
     */
    public Builder iommu(String iommuName) {
      return iommu(iommuName, 0, false, true);
    }

    /**
     * Adds an IOMMU.
     *
     * @param iommuName its name
     * @param compatibilityClass 0 or above
     * @param caching whether caching mode is on
     * @param svmCapable whether it can serve SVA
     * @return this
     */
    public Builder iommu(
        String iommuName, int compatibilityClass, boolean caching, boolean svmCapable) {
      require(compatibilityClass >= 0, "class must be >= 0: class=" + compatibilityClass);
      require(
          iommus.size() < MAX_IOMMUS, "at most " + MAX_IOMMUS + " IOMMUs are possible: " + name);
      iommus.add(new Iommu(iommus.size(), iommuName, compatibilityClass, caching, svmCapable));
      return this;
    }

    /**
     * Adds a device behind an IOMMU that was added before.
     *
     * @param iommu the IOMMU's index
     * @return the device's settings, to change where they differ from the defaults
     */
    public DeviceSpec device(int iommu) {
      require(
          iommu >= 0 && iommu < iommus.size(),
          "iommu must be 0.." + (iommus.size() - 1) + ": iommu=" + iommu);
      require(
          devices.size() < MAX_DEVICES,
          "at most " + MAX_DEVICES + " devices are possible: " + name);
      DeviceSpec spec = new DeviceSpec(iommu);
      devices.add(spec);
      return spec;
    }

    /**
     * Fixes the order in which each group is walked; by default by device index.
     *
     * @param order for each group, its device indices
     * @return this
     */
    public Builder groupOrder(List<int[]> order) {
      groupOrder = List.copyOf(order);
      return this;
    }

    /**
     * Checks and builds.
     *
     * @return the topology
     * @throws IllegalArgumentException where numbers are out of range, a group number is skipped,
     *     or a group order does not name the group's devices
     */
    public Topology build() {
      require(!iommus.isEmpty(), "a topology needs at least one IOMMU: " + name);
      require(!devices.isEmpty(), "a topology needs at least one device: " + name);
      int groupCount = numberGroups();
      IommuGroup[] groups = new IommuGroup[groupCount];
      Arrays.setAll(groups, IommuGroup::new);
      Device[] built = new Device[devices.size()];
      int[] behind = new int[iommus.size()];
      for (int i = 0; i < built.length; i++) {
        DeviceSpec spec = devices.get(i);
        complete(spec, i, behind[spec.iommu]++);
        built[i] = new Device(i, spec, iommus.get(spec.iommu), groups[spec.group]);
      }
      adoptDevices(groups, built);
      return new Topology(name, family, trapped, iommus.toArray(new Iommu[0]), built, groups);
    }

    private int numberGroups() {
      int highest = -1;
      for (DeviceSpec spec : devices) {
        highest = Math.max(highest, spec.group);
      }
      boolean[] seen = new boolean[Math.max(highest + 1, 0)];
      int next = highest + 1;
      for (DeviceSpec spec : devices) {
        if (spec.group < 0) {
          spec.group = next++;
        } else {
          seen[spec.group] = true;
        }
      }
      for (int group = 0; group < seen.length; group++) {
        require(seen[group], "group numbers must be without gaps: no device is in group " + group);
      }
      return next;
    }

    private void complete(DeviceSpec spec, int index, int positionBehindIommu) {
      if (spec.name == null) {
        spec.name = "dev" + index;
      }
      if (spec.sourceId < 0) {
        spec.sourceId = ((spec.iommu + 1) & 0xff) << 8 | (positionBehindIommu * 8) & 0xff;
      }
      if (spec.ridDomain < 0) {
        spec.ridDomain = spec.group;
      }
      require(
          spec.maxPasids >= 0 && spec.maxPasids <= PASID_SPACE,
          "max_pasids must be 0.." + PASID_SPACE + ": max_pasids=" + spec.maxPasids);
      require(spec.sourceId <= 0xffff, "sid must be 0..65535: sid=" + spec.sourceId);
    }

    private void adoptDevices(IommuGroup[] groups, Device[] built) {
      Map<IommuGroup, List<Device>> members = new HashMap<>();
      for (Device device : built) {
        members.computeIfAbsent(device.group(), unused -> new ArrayList<>()).add(device);
      }
      for (IommuGroup group : groups) {
        List<Device> inIndexOrder = members.get(group);
        Device[] walk = inIndexOrder.toArray(new Device[0]);
        if (groupOrder != null) {
          require(
              groupOrder.size() == groups.length,
              "groups must list all " + groups.length + " groups: " + groupOrder.size());
          walk =
              Arrays.stream(groupOrder.get(group.index()))
                  .mapToObj(i -> at(built, i))
                  .toArray(Device[]::new);
          require(
              walk.length == inIndexOrder.size() && inIndexOrder.containsAll(Arrays.asList(walk)),
              "group " + group.index() + " must list its devices " + inIndexOrder);
        }
        group.adopt(walk);
      }
    }

    private static Device at(Device[] built, int index) {
      require(
          index >= 0 && index < built.length,
          "device must be 0.." + (built.length - 1) + ": device=" + index);
      return built[index];
    }

    private static void require(boolean condition, String message) {
      if (!condition) {
        throw new IllegalArgumentException(message);
      }
    }
  }
}
