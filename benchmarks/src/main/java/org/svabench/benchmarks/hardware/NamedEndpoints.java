package org.svabench.benchmarks.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;
import org.svabench.model.topology.IommuGroup;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;
import org.svabench.results.input.BadInput;

/**
 * A machine that the user named, with the names of its IOMMUs and the requester ids of its devices
 * as in the trace.
 */
final class NamedEndpoints implements Endpoints {
  private final Topology machine;

  NamedEndpoints(Topology machine) {
    this.machine = withoutPasidLimits(machine);
  }

  /** A bind that the trace shows has succeeded, though the model numbers its PASIDs otherwise. */
  private static Topology withoutPasidLimits(Topology machine) {
    TopologyBuilder copy =
        Topology.named(machine.name(), machine.family()).trapped(machine.trapped());
    for (Iommu iommu : machine.iommus()) {
      copy.iommu(
          iommu.name(),
          unit ->
              unit.compatibilityClass(iommu.compatibilityClass())
                  .caching(iommu.caching())
                  .svmCapable(iommu.svmCapable())
                  .rangeInvalidation(iommu.rangeInvalidation()));
    }
    for (Device device : machine.devices()) {
      copy.device(device.iommu().index())
          .name(device.name())
          .group(device.group().index())
          .ats(device.ats())
          .pri(device.pri())
          .extraDeviceTlbFlush(device.extraDeviceTlbFlush())
          .maxPasids(device.maxPasids() == 0 ? 0 : Topology.PASID_SPACE)
          .sourceId(device.sourceId());
    }
    return copy.groupOrder(
            machine.groups().stream()
                .map(group -> group.devices().stream().mapToInt(Device::index).toArray())
                .toList())
        .build();
  }

  @Override
  public List<Integer> resolve(List<Endpoint> run, Set<Integer> attached, boolean attaching) {
    List<Integer> indexes = new ArrayList<>();
    int at = 0;
    while (at < run.size()) {
      List<Device> longest = List.of();
      for (IommuGroup group : machine.groups()) {
        List<Device> members = group.devices().stream().filter(d -> d.maxPasids() > 0).toList();
        if (members.size() > longest.size()
            && members.size() <= run.size() - at
            && attached.contains(members.get(0).index()) != attaching
            && !indexes.contains(members.get(0).index())
            && match(members, run.subList(at, at + members.size()))) {
          longest = members;
        }
      }
      if (longest.isEmpty()) {
        if (attaching) {
          throw unknown(run.get(at));
        }
        at++;
      } else {
        indexes.add(longest.get(0).index());
        at += longest.size();
      }
    }
    return indexes;
  }

  private static boolean match(List<Device> members, List<Endpoint> run) {
    for (int i = 0; i < members.size(); i++) {
      Device member = members.get(i);
      Endpoint endpoint = run.get(i);
      boolean same =
          member.iommu().name().equals(endpoint.iommu())
              && member.ats() == endpoint.ats()
              && (!endpoint.ats() || member.sourceId() == endpoint.sourceId());
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private BadInput unknown(Endpoint endpoint) {
    return new BadInput(
        "--topology "
            + machine.name()
            + " has no "
            + (endpoint.ats() ? "device " + endpoint.name() : "unbound device without ATS")
            + " behind "
            + endpoint.iommu()
            + "; name units and sids as in the trace, or leave --topology out");
  }

  @Override
  public int size() {
    return machine.deviceCount();
  }

  @Override
  public Topology topology() {
    return machine;
  }
}
