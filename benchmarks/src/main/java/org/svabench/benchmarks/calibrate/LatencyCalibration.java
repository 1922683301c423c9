package org.svabench.benchmarks.calibrate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.cost.CostRow;
import org.svabench.model.cost.CostTerm;
import org.svabench.model.cost.Price;
import org.svabench.results.input.BadInput;

/** Prices from the latency table of VT-d: a sample is one submission with its wait. */
final class LatencyCalibration {
  private static final String IOTLB = "inv_iotlb";
  private static final String DEVICE_TLB = "inv_devtlb";
  private static final String SAVING_SOURCE = "vtd-spr";

  private final String name;
  private final List<LatencyRow> rows;
  private final boolean guest;

  LatencyCalibration(String name, List<LatencyRow> rows, boolean guest) {
    this.name = name;
    this.rows = rows;
    this.guest = guest;
  }

  CostPreset preset() {
    List<LatencyRow> iotlb = ofKind(IOTLB);
    if (iotlb.isEmpty()) {
      throw new BadInput(
          name
              + ": no samples of inv_iotlb; write 1, then 2 to dmar_perf_latency, let the workload"
              + " run, and read it again");
    }
    List<CostRow> priced = new ArrayList<>();
    if (guest) {
      priced.add(measured(CostTerm.EXIT, "exit and work of one submission", iotlb));
    } else {
      commands(priced, iotlb, ofKind(DEVICE_TLB));
    }
    for (String kind : kinds()) {
      if (guest ? !kind.equals(IOTLB) : !kind.equals(IOTLB) && !kind.equals(DEVICE_TLB)) {
        priced.add(measured(CostTerm.NOTE, kind, ofKind(kind)));
      }
    }
    Set<String> iommus =
        rows.stream().map(LatencyRow::iommu).collect(Collectors.toCollection(LinkedHashSet::new));
    return new CostPreset(
        name, "dmar_perf_latency of " + String.join(", ", iommus) + ", from " + name, priced);
  }

  private void commands(List<CostRow> priced, List<LatencyRow> iotlb, List<LatencyRow> device) {
    CostRow command = measured(CostTerm.IOTLB, IOTLB, iotlb);
    priced.add(command);
    Price least = command.price();
    if (!device.isEmpty()) {
      CostRow deviceCommand = measured(CostTerm.DEVICE_TLB, DEVICE_TLB, device);
      priced.add(deviceCommand);
      least = Savings.least(least, deviceCommand.price());
    }
    priced.add(
        Savings.assumed(
            CostPresets.find(SAVING_SOURCE).orElseThrow().price(CostTerm.SAVING),
            least,
            "the 800 cycles of preset " + SAVING_SOURCE));
  }

  private List<LatencyRow> ofKind(String kind) {
    return rows.stream().filter(row -> row.kind().equals(kind)).toList();
  }

  private Set<String> kinds() {
    return rows.stream().map(LatencyRow::kind).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static CostRow measured(CostTerm term, String what, List<LatencyRow> rows) {
    long samples = rows.stream().mapToLong(LatencyRow::samples).sum();
    double least = 0;
    double most = 0;
    for (LatencyRow row : rows) {
      double weight = row.samples() / (double) samples;
      least += weight * row.leastMean();
      most += weight * row.mostMean();
    }
    Price price =
        new Price(
            rows.stream().mapToLong(LatencyRow::least).min().orElseThrow(),
            Math.round((least + most) / 2),
            rows.stream().mapToLong(LatencyRow::most).max().orElseThrow());
    return CostRow.of(
        term,
        what,
        price,
        "L+D",
        String.format(
            Locale.ROOT,
            "%d samples; average and histogram put the mean between %.0f and %.0f ns, typ is the"
                + " middle; min and max are the borders the kernel prints",
            samples,
            least,
            most));
  }
}
