package org.svabench.benchmarks.machine;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The parameters of a VT-d machine; a topology of another family answers what it would do. */
@State(Scope.Benchmark)
public class VtdMachine {
  /** A design by name. */
  @Param({"vtd-6.6", "vtd-6.8", "vtd-6.14"})
  public String design;

  /** A topology by name, or a file. */
  @Param({"spr-2s-dsa-iaa", "spr-1s-dsa", "guest-1viommu:4", "guest-1viommu:16"})
  public String topology;

  /** A cost preset by name, or a file; {@code none} for the software path alone. */
  @Param("none")
  public String cost;

  /** As JMH makes it. */
  public VtdMachine() {}

  /**
   * What they choose.
   *
   * @return the choice
   */
  public MachineChoice choice() {
    return MachineChoice.of(topology, design, cost);
  }
}
