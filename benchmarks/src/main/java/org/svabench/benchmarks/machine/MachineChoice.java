package org.svabench.benchmarks.machine;

import org.svabench.benchmarks.choice.CostChoice;
import org.svabench.benchmarks.choice.TopologyChoice;
import org.svabench.benchmarks.exact.Coverage;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Machine;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Topology;

/**
 * What a benchmark's parameters choose.
 *
 * @param topology the devices and their IOMMUs
 * @param design how it shares domains and fans out
 * @param cost what its hardware takes; with {@code none} it completes at once, so that the software
 *     path is what is measured
 */
public record MachineChoice(Topology topology, Design design, CostPreset cost) {
  /**
   * Reads the parameters.
   *
   * @param topology a preset's name, or a file
   * @param design a name
   * @param cost a preset's name, or a file
   * @return the choice
   * @throws org.svabench.results.input.BadInput where there is none of the name
   */
  public static MachineChoice of(String topology, String design, String cost) {
    return new MachineChoice(
        TopologyChoice.of(topology), Designs.named(design).orElseThrow(), CostChoice.of(cost));
  }

  /**
   * Makes the machine under test.
   *
   * @return a machine on which nothing is bound
   */
  public Machine machine() {
    Machine.Builder builder = Machine.with(topology, design);
    return cost.pricesAnything()
        ? builder.hardware(new SpentCosts(topology, design.decoder(), cost)).build()
        : builder.build();
  }

  /**
   * Makes a twin that meters coverage; its hardware completes at once.
   *
   * @return a twin on which nothing is bound
   */
  public Coverage twin() {
    return new Coverage(topology, design);
  }

  /**
   * What a notification covers with every device bound.
   *
   * @param start first byte
   * @param end exclusive; {@code (0, -1)} is everything
   * @return pages, the union per IOMMU summed over IOMMUs
   */
  public long pagesCoveredBy(long start, long end) {
    Coverage twin = twin();
    Cpu cpu = twin.machine().newCpu();
    Mm mm = AllBound.mm(twin.machine(), cpu);
    return twin.pagesOf(() -> twin.machine().invalidate(cpu, mm, start, end));
  }
}
