package org.svabench.benchmarks.machine;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The parameters of a machine whose IOMMUs cannot share a domain with each other. */
@State(Scope.Benchmark)
public class SmmuMachine {
  /** A design by name. */
  @Param({"smmu-6.6", "smmu-6.11", "smmu-invs"})
  public String design;

  /** A topology by name, or a file. */
  @Param("kunpeng920-2s")
  public String topology;

  /** A cost preset by name, or a file; {@code none} for the software path alone. */
  @Param("none")
  public String cost;

  /** As JMH makes it. */
  public SmmuMachine() {}

  /**
   * What they choose.
   *
   * @return the choice
   */
  public MachineChoice choice() {
    return MachineChoice.of(topology, design, cost);
  }
}
