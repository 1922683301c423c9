package org.svabench.benchmarks.verify;

import java.util.List;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/** The machines on which designs are verified: small, so that threads meet. */
final class VerifiedTopologies {
  private VerifiedTopologies() {}

  /** The machines for designs of a family. */
  static List<Topology> of(Family family) {
    return List.of(narrow(family), mixed(family), wide(family));
  }

  /** Two devices behind one IOMMU: the last detach meets the first attach. */
  private static Topology narrow(Family family) {
    TopologyBuilder machine = Topology.named("narrow", family).iommu("iommu0");
    machine.device(0);
    machine.device(0);
    return machine.build();
  }

  /** One of everything that changes what is sent, or who shares a domain. */
  private static Topology mixed(Family family) {
    TopologyBuilder machine = Topology.named("mixed", family);
    machine.iommu("iommu0").iommu("iommu1", unit -> unit.caching(true));
    machine.iommu("iommu2", unit -> unit.compatibilityClass(1));
    machine.device(0).group(0);
    machine.device(0).group(0).ats(false);
    machine.device(0).group(1).pri(true);
    machine.device(1).group(2).extraDeviceTlbFlush(true);
    machine.device(1).group(3);
    machine.device(2).group(4);
    machine.device(2).group(5).ats(false);
    return machine.build();
  }

  /** Four IOMMUs with two devices each. */
  private static Topology wide(Family family) {
    TopologyBuilder machine = Topology.named("wide", family);
    for (int unit = 0; unit < 4; unit++) {
      machine.iommu("iommu" + unit);
      machine.device(unit);
      machine.device(unit);
    }
    return machine.build();
  }
}
