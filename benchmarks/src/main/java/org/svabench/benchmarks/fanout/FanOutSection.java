package org.svabench.benchmarks.fanout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.svabench.benchmarks.choice.NotificationRange;
import org.svabench.model.Quirk;
import org.svabench.model.cost.CostLevel;
import org.svabench.model.cost.CostModel;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.cost.CostTerm;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;
import org.svabench.model.topology.Topology;

/**
 * One range on one topology under several designs.
 *
 * @param topology the machine
 * @param range the range
 * @param cost the prices
 * @param rows one count per design, in the order they are shown
 */
public record FanOutSection(
    Topology topology, NotificationRange range, CostPreset cost, List<FanOutCount> rows) {

  /** The machine in one line. */
  String machineInWords() {
    long ats = topology.devices().stream().filter(Device::ats).count();
    long behind = topology.devices().stream().map(Device::iommu).distinct().count();
    return topology.name()
        + ": "
        + plural(topology.deviceCount(), "device")
        + (ats == topology.deviceCount()
            ? " with ATS"
            : ats == 0 ? " without ATS" : " (" + ats + " with ATS)")
        + " behind "
        + plural(behind, unit())
        + (behind == topology.iommuCount() ? "" : " of " + topology.iommuCount())
        + (topology.trapped() ? ", queue trapped" : "")
        + (topology.iommus().stream().allMatch(Iommu::caching) ? ", caching mode" : "");
  }

  private String unit() {
    return switch (topology.family()) {
      case VTD -> "VT-d unit";
      case SMMU -> "SMMUv3";
      case AMD -> "AMD IOMMU";
    };
  }

  static String plural(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** Whether rows have a modelled time. */
  boolean priced() {
    return cost.pricesAnything();
  }

  long nanos(FanOutCount row, CostLevel level) {
    return row.nanos(new CostModel(cost, topology.trapped()), level);
  }

  /** Where the modelled time comes from, and what it lacks. */
  Optional<String> priceInWords() {
    if (!priced()) {
      return Optional.empty();
    }
    String lacking =
        topology.trapped() && !cost.prices(CostTerm.EXIT)
            ? "; it has no price for exits"
            : !topology.trapped() && !cost.prices(CostTerm.IOTLB)
                ? "; it prices exits alone, and here are none"
                : "";
    return Optional.of(
        "time is modelled from "
            + cost.name()
            + (cost.description().isEmpty() ? "" : " (" + cost.description() + ")")
            + ", typical (least-most)"
            + lacking);
  }

  /** What is to be said of single rows: refused devices, defects, another family's design. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (FanOutCount row : rows) {
      if (!row.refused().isEmpty()) {
        remarks.add(
            row.design().name()
                + ": "
                + row.bound()
                + " of "
                + plural(topology.deviceCount(), "device")
                + " bound; refused: "
                + joined(
                    row.refused().entrySet(), each -> each.getValue() + " with " + each.getKey()));
      }
    }
    Map<Set<Quirk>, List<String>> defects = new LinkedHashMap<>();
    for (FanOutCount row : rows) {
      defects.computeIfAbsent(row.quirks(), unused -> new ArrayList<>()).add(row.design().name());
    }
    defects.remove(Set.<Quirk>of());
    defects.forEach(
        (quirks, designs) ->
            remarks.add(
                String.join(", ", designs)
                    + ": defects on: "
                    + joined(quirks, Quirk::description)));
    if (rows.stream().anyMatch(FanOutCount::hypothetical)) {
      remarks.add(
          "* hypothetical: this machine has "
              + unit()
              + "s, which do not know this design's commands");
    }
    return remarks;
  }

  private static <T> String joined(Collection<T> items, Function<T, String> inWords) {
    return items.stream().map(inWords).collect(Collectors.joining(", "));
  }
}
