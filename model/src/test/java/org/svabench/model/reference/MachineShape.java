package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/**
 * A topology as data, so that devices can be left out of it.
 *
 * @param family the command set
 * @param units the IOMMUs
 * @param devices the devices; each keeps its number when others are left out
 */
record MachineShape(Family family, List<Unit> units, List<Endpoint> devices) {
  /** An IOMMU. */
  record Unit(int compatibilityClass, boolean caching, boolean svm, boolean rangeInvalidation) {
    Unit(int compatibilityClass, boolean caching, boolean svm) {
      this(compatibilityClass, caching, svm, false);
    }
  }

  /**
   * A device.
   *
   * @param number what operations call it
   * @param unit its IOMMU
   * @param group names its group; groups are walked in the order of {@code rank}
   */
  record Endpoint(
      int number,
      int unit,
      int group,
      int rank,
      boolean ats,
      boolean pri,
      boolean quirk,
      int maxPasids,
      int sourceId) {}

  MachineShape without(Endpoint device) {
    List<Endpoint> rest = new ArrayList<>(devices);
    rest.remove(device);
    return new MachineShape(family, units, rest);
  }

  /** Position in the topology of the device that operations call by a number; -1 for none. */
  int indexOf(int number) {
    for (int i = 0; i < devices.size(); i++) {
      if (devices.get(i).number() == number) {
        return i;
      }
    }
    return -1;
  }

  /** Devices of each group, in the order of its walk, by position. */
  List<int[]> walks() {
    TreeMap<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < devices.size(); i++) {
      groups.computeIfAbsent(devices.get(i).group(), unused -> new ArrayList<>()).add(i);
    }
    List<int[]> walks = new ArrayList<>();
    for (List<Integer> members : groups.values()) {
      members.sort((a, b) -> devices.get(a).rank() - devices.get(b).rank());
      walks.add(members.stream().mapToInt(Integer::intValue).toArray());
    }
    return walks;
  }

  Topology build(String name) {
    TopologyBuilder builder = Topology.named(name, family);
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      builder.iommu(
          "dmar" + i,
          spec ->
              spec.compatibilityClass(unit.compatibilityClass())
                  .caching(unit.caching())
                  .svmCapable(unit.svm())
                  .rangeInvalidation(unit.rangeInvalidation()));
    }
    List<int[]> walks = walks();
    int[] groupOf = new int[devices.size()];
    for (int group = 0; group < walks.size(); group++) {
      for (int device : walks.get(group)) {
        groupOf[device] = group;
      }
    }
    for (int i = 0; i < groupOf.length; i++) {
      Endpoint device = devices.get(i);
      builder
          .device(device.unit())
          .group(groupOf[i])
          .ats(device.ats())
          .pri(device.pri())
          .extraDeviceTlbFlush(device.quirk())
          .maxPasids(device.maxPasids())
          .sourceId(device.sourceId());
    }
    return builder.groupOrder(walks).build();
  }
}
