package org.svabench.benchmarks.calibrate;

import java.util.ArrayList;
import java.util.List;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.cost.CostText;
import org.svabench.results.input.BadInput;

/** A cost preset from a measurement that a user pasted; which one is told by its text. */
public final class Calibration {
  private Calibration() {}

  /**
   * Derives the preset and writes it as {@code --cost} takes it.
   *
   * @param name of the measurement, which becomes the preset's description
   * @param lines its text
   * @param guest whether it was measured in a guest whose queue is trapped: a submission is then an
   *     exit
   * @return the lines of a cost file
   * @throws BadInput where the text is no measurement that is understood, or has no samples
   */
  public static List<String> lines(String name, List<String> lines, boolean guest) {
    List<String> written = new ArrayList<>();
    CostPreset preset;
    if (LatencyTable.isOne(lines)) {
      preset = new LatencyCalibration(name, LatencyTable.rows(name, lines), guest).preset();
      written.add(
          "# calibrated from dmar_perf_latency: one sample is one submission with its wait");
      if (!guest) {
        written.add("# from v6.12 on a submission holds up to 16 commands, so that iotlb is an");
        written.add("# upper bound there, and devtlb comes from teardown and later batches only");
      }
    } else if (MappingRun.isOne(lines)) {
      if (guest) {
        throw new BadInput("--guest: for dmar_perf_latency only; an unmap is more than an exit");
      }
      preset = new MappingCalibration(name, MappingRun.all(name, lines)).preset();
      written.add("# calibrated from dma_map_benchmark: an unmap, page-table work included");
    } else {
      throw new BadInput(
          name
              + ": no table of dmar_perf_latency (\"IOMMU: dmar0 Register Base Address: ...\") and no"
              + " output of dma_map_benchmark (\"dma mapping benchmark: threads:...\")");
    }
    written.add("# tags: L measured, D derived by arithmetic, A assumed");
    written.addAll(CostText.lines(preset));
    return written;
  }
}
