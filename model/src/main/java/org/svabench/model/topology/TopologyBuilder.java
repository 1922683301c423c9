package org.svabench.model.topology;

import static org.svabench.model.topology.Topology.MAX_DEVICES;
import static org.svabench.model.topology.Topology.MAX_IOMMUS;
import static org.svabench.model.topology.Topology.PASID_SPACE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Collects IOMMUs and devices, then checks and builds. Not for several threads. */
public final class TopologyBuilder {
  private final String name;
  private final Family family;
  private boolean trapped;
  private final List<Iommu> iommus = new ArrayList<>();
  private final List<DeviceSpec> devices = new ArrayList<>();
  private List<int[]> groupOrder;

  TopologyBuilder(String name, Family family) {
    this.name = name;
    this.family = family;
  }

  /**
   * Says whether queue submissions are trapped by a hypervisor.
   *
   * @param value true for a virtual IOMMU
   * @return this
   */
  public TopologyBuilder trapped(boolean value) {
    trapped = value;
    return this;
  }

  /**
   * Adds an IOMMU with the settings a server's usual unit has.
   *
   * @param iommuName its name
   * @return this
   */
  public TopologyBuilder iommu(String iommuName) {
    return iommu(iommuName, usual -> {});
  }

  /**
   * Adds an IOMMU.
   *
   * @param iommuName its name
   * @param settings changes what differs from the defaults
   * @return this
   */
  public TopologyBuilder iommu(String iommuName, Consumer<IommuSpec> settings) {
    require(iommus.size() < MAX_IOMMUS, "at most " + MAX_IOMMUS + " IOMMUs are possible: " + name);
    IommuSpec spec = new IommuSpec();
    settings.accept(spec);
    require(
        spec.compatibilityClass >= 0, "class must be 0 or above: class=" + spec.compatibilityClass);
    iommus.add(new Iommu(iommus.size(), iommuName, spec));
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
        () -> "iommu must be 0.." + (iommus.size() - 1) + ": iommu=" + iommu);
    require(
        devices.size() < MAX_DEVICES,
        () -> "at most " + MAX_DEVICES + " devices are possible: " + name);
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
  public TopologyBuilder groupOrder(List<int[]> order) {
    groupOrder = List.copyOf(order);
    return this;
  }

  /**
   * Checks and builds.
   *
   * @return the topology
   * @throws IllegalArgumentException where numbers are out of range, a group number is skipped, or
   *     a group order does not name the group's devices
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
    require(
        highest < devices.size(),
        "group numbers must be without gaps: group "
            + highest
            + " of "
            + devices.size()
            + " devices");
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
      final int number = group;
      require(
          seen[group], () -> "group numbers must be without gaps: no device is in group " + number);
    }
    return next;
  }

  private void complete(DeviceSpec spec, int index, int positionBehindIommu) {
    if (spec.name == null) {
      spec.name = "dev" + index;
    }
    if (spec.sourceId < 0) {
      spec.sourceId = sourceId(spec.iommu, positionBehindIommu);
    }
    if (spec.ridDomain < 0) {
      spec.ridDomain = spec.group;
    }
    require(
        spec.maxPasids >= 0 && spec.maxPasids <= PASID_SPACE,
        () -> "max_pasids must be 0.." + PASID_SPACE + ": max_pasids=" + spec.maxPasids);
    require(spec.sourceId <= 0xffff, () -> "sid must be 0..65535: sid=" + spec.sourceId);
  }

  // Function 0 of each slot of the unit's own bus, then the other functions, then the buses after
  // it: no two of up to 65,536 devices behind one unit share an id.
  private static int sourceId(int iommu, int position) {
    int bus = iommu + 1 + position / 256;
    int slot = position % 32;
    int function = position / 32 % 8;
    return (bus & 0xff) << 8 | slot << 3 | function;
  }

  private void adoptDevices(IommuGroup[] groups, Device[] built) {
    require(
        groupOrder == null || groupOrder.size() == groups.length,
        "groups must list all " + groups.length + " groups");
    int[] sizes = new int[groups.length];
    for (Device device : built) {
      sizes[device.group().index()]++;
    }
    Device[][] walks = new Device[groups.length][];
    Arrays.setAll(walks, group -> new Device[sizes[group]]);
    // From here on, how many of each are still to be placed.
    for (Device device : built) {
      Device[] walk = walks[device.group().index()];
      walk[walk.length - sizes[device.group().index()]--] = device;
    }
    for (IommuGroup group : groups) {
      Device[] walk = walks[group.index()];
      group.adopt(groupOrder == null ? walk : inOrder(walk, groupOrder.get(group.index()), built));
    }
  }

  /** The devices of a group, which come in index order, in another one. */
  private static Device[] inOrder(Device[] inIndexOrder, int[] order, Device[] built) {
    Device[] walk = new Device[order.length];
    for (int i = 0; i < walk.length; i++) {
      walk[i] = at(built, order[i]);
    }
    Device[] sorted = walk.clone();
    Arrays.sort(sorted, Comparator.comparingInt(Device::index));
    require(
        Arrays.equals(sorted, inIndexOrder),
        () ->
            "group "
                + inIndexOrder[0].group().index()
                + " must list its devices "
                + Arrays.toString(inIndexOrder));
    return walk;
  }

  private static Device at(Device[] built, int index) {
    require(
        index >= 0 && index < built.length,
        () -> "device must be 0.." + (built.length - 1) + ": device=" + index);
    return built[index];
  }

  private static void require(boolean condition, String message) {
    require(condition, () -> message);
  }

  /** For checks of each device: 65,536 messages that nobody reads would be tens of megabytes. */
  private static void require(boolean condition, Supplier<String> message) {
    if (!condition) {
      throw new IllegalArgumentException(message.get());
    }
  }
}
