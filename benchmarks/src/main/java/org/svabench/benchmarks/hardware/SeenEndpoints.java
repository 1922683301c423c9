package org.svabench.benchmarks.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/** A machine put together from the names in the events, each device in a group of its own. */
final class SeenEndpoints implements Endpoints {
  private final List<String> iommus = new ArrayList<>();
  private final List<Endpoint> devices = new ArrayList<>();

  @Override
  public List<Integer> resolve(List<Endpoint> run, Set<Integer> attached, boolean attaching) {
    List<Integer> indexes = new ArrayList<>();
    for (Endpoint endpoint : run) {
      int index = endpoint.ats() ? devices.indexOf(endpoint) : -1;
      for (int i = 0; !endpoint.ats() && i < devices.size(); i++) {
        boolean free = attached.contains(i) != attaching && !indexes.contains(i);
        index = free && devices.get(i).equals(endpoint) ? i : index;
      }
      if (index < 0 && attaching) {
        index = devices.size();
        devices.add(endpoint);
        if (!iommus.contains(endpoint.iommu())) {
          iommus.add(endpoint.iommu());
        }
      }
      if (index >= 0) {
        indexes.add(index);
      }
    }
    return indexes;
  }

  @Override
  public int size() {
    return devices.size();
  }

  @Override
  public Topology topology() {
    TopologyBuilder machine = Topology.named("from the trace", Family.VTD);
    iommus.forEach(machine::iommu);
    for (int i = 0; i < devices.size(); i++) {
      Endpoint endpoint = devices.get(i);
      machine
          .device(iommus.indexOf(endpoint.iommu()))
          .name(endpoint.ats() ? endpoint.name() : "without-ats-" + i)
          .ats(endpoint.ats())
          .sourceId(endpoint.sourceId());
    }
    return machine.build();
  }
}
