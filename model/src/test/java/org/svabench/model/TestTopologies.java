package org.svabench.model;

import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/** Small machines for tests. */
public final class TestTopologies {
  private TestTopologies() {}

  /** Units with equal numbers of devices behind each, ids unit by unit. */
  public static Topology units(int units, int devicesEach, boolean ats) {
    TopologyBuilder machine = Topology.named("units", Family.VTD);
    for (int unit = 0; unit < units; unit++) {
      machine.iommu("unit" + unit);
      for (int i = 0; i < devicesEach; i++) {
        machine.device(unit).ats(ats);
      }
    }
    return machine.build();
  }

  /** One unit with ATS devices that share a RID domain, each in a group of its own. */
  public static Topology sharedRidDomain(int devices) {
    TopologyBuilder machine = Topology.named("rid", Family.SMMU).iommu("smmu0");
    for (int i = 0; i < devices; i++) {
      machine.device(0).ridDomain(0);
    }
    return machine.build();
  }

  /** One SMMU with range invalidation. */
  public static Topology rangeInvalidation(int devices, boolean ats) {
    TopologyBuilder machine =
        Topology.named("ril", Family.SMMU).iommu("smmu0", unit -> unit.rangeInvalidation(true));
    for (int i = 0; i < devices; i++) {
      machine.device(0).ats(ats);
    }
    return machine.build();
  }
}
