package org.svabench.benchmarks.calibrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.cost.CostRow;
import org.svabench.model.cost.CostTerm;
import org.svabench.model.cost.Price;

/**
 * Prices from the DMA mapping benchmark: an unmap is an invalidation with its wait, and page-table
 * work besides, so it is an upper bound. Two granules give what one more page costs, which is one
 * more command where ranges are told page by page (SMMUv3 without range invalidation).
 */
final class MappingCalibration {
  private static final String SAVING_SOURCE = "smmu-morello";

  private final String name;
  private final List<MappingRun> runs;

  MappingCalibration(String name, List<MappingRun> runs) {
    this.name = name;
    this.runs = runs;
  }

  CostPreset preset() {
    MappingRun base =
        runs.stream()
            .min(
                Comparator.comparingLong(MappingRun::granule)
                    .thenComparingLong(MappingRun::threads))
            .orElseThrow();
    List<CostRow> rows = new ArrayList<>();
    Price command = command(base);
    rows.add(
        CostRow.of(
            CostTerm.IOTLB,
            "unmap",
            command,
            "L",
            "unmap of "
                + base.label()
                + ", page-table work included: an upper bound; min and max are one standard"
                + " deviation away, max of the run with most threads"));
    rows.add(saving(base, command));
    for (MappingRun run : runs) {
      if (run.map() > 0) {
        rows.add(
            CostRow.of(
                CostTerm.NOTE, "map, " + run.label(), Price.of(run.map()), "L", "same output"));
      }
    }
    return new CostPreset(name, "dma_map_benchmark, from " + name, rows);
  }

  private Price command(MappingRun base) {
    long most =
        runs.stream()
            .filter(run -> run.granule() == base.granule())
            .mapToLong(run -> run.unmap() + run.deviation())
            .max()
            .orElseThrow();
    return new Price(Math.max(0, base.unmap() - base.deviation()), base.unmap(), most);
  }

  private CostRow saving(MappingRun base, Price command) {
    Optional<MappingRun> larger =
        runs.stream()
            .filter(run -> run.threads() == base.threads() && run.granule() > base.granule())
            .max(Comparator.comparingLong(MappingRun::granule));
    if (larger.isEmpty()) {
      return Savings.assumed(
          CostPresets.find(SAVING_SOURCE).orElseThrow().price(CostTerm.SAVING),
          command,
          "as preset " + SAVING_SOURCE + "; a second run with a larger -g would show it");
    }
    long pages = larger.get().granule() - base.granule();
    double extra = Math.max(0, larger.get().unmap() - base.unmap()) / (double) pages;
    Price all = Price.of(Math.max(0, Math.round(command.typ() - extra)));
    return CostRow.of(
        CostTerm.SAVING,
        "saving",
        Savings.least(all, command),
        "L+D",
        String.format(
            Locale.ROOT,
            "all of a command but the %.0f ns that each of %d more pages adds, page by page (SMMUv3"
                + " without range invalidation)",
            extra,
            pages));
  }
}
