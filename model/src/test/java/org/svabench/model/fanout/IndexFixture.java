package org.svabench.model.fanout;

import java.util.HashMap;
import java.util.Map;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.FaultPlan;
import org.svabench.model.mm.GracePeriods;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.ReadSections;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/** One index of one mm, and what a driver brings along to use it. */
final class IndexFixture {
  final Topology topology;
  final InvalidationIndex index;
  final ReadSections sections = new ReadSections();
  final FaultPlan faults = new FaultPlan();
  final Mm mm = new Mm(1);
  final TagPool pools = new TagPool(new GracePeriods(mm, sections));
  final Cpu cpu = sections.register(null, faults);
  private final Map<Device, BoundDevice> bound = new HashMap<>();

  IndexFixture(Indexes kind, Topology topology) {
    this.topology = topology;
    this.index = kind.over(topology).get();
  }

  /** IOMMUs with so many devices each, added round robin; every third device without ATS. */
  static Topology grid(int iommus, int devicesEach) {
    TopologyBuilder builder = Topology.named("grid", Family.VTD);
    for (int i = 0; i < iommus; i++) {
      builder.iommu("dmar" + i);
    }
    for (int i = 0; i < iommus * devicesEach; i++) {
      builder.device(i % iommus).ats(i % 3 != 2);
    }
    return builder.build();
  }

  boolean bind(Device device) {
    BoundDevice record = new BoundDevice();
    record.reset(device);
    boolean assigned = index.assign(cpu, record, pools);
    if (assigned) {
      bound.put(device, record);
    }
    return assigned;
  }

  boolean bind(int device) {
    return bind(topology.device(device));
  }

  void unbind(Device device) {
    index.unassign(bound.remove(device), pools);
  }

  void unbind(int device) {
    unbind(topology.device(device));
  }

  boolean isBound(Device device) {
    return bound.containsKey(device);
  }
}
