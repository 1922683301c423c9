package org.svabench.benchmarks.baseline;

import java.util.List;
import org.svabench.model.Design;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPresets;

/** The topologies that figures are kept for. */
final class Machines {
  /** Every preset, and grids for what none of them shows. */
  static final List<String> ALL =
      List.of(
          "spr-2s-dsa-iaa",
          "spr-1s-dsa",
          "guest-1viommu:4",
          "guest-1viommu:16",
          "kunpeng920-2s:8",
          "kunpeng920-2s:4",
          "grace-vm-8",
          "thor-gb10",
          "epyc-2s-8iommu",
          "client-hetero",
          "spr-64s:1",
          "azure-vm-144:4",
          "grid:1x1",
          "grid:1x15",
          "grid:2x4",
          "grid:4x1");

  private Machines() {}

  /** One on which every device of the design's own family can be bound. */
  static Topology nativeTo(Design design) {
    return TopologyPresets.topology(
        design.family() == Family.VTD
            ? "grid:2x4"
            : design.family() == Family.SMMU ? "grace-vm-8" : "epyc-2s-8iommu");
  }
}
