package org.svabench.benchmarks.baseline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.svabench.benchmarks.choice.NotificationRange;
import org.svabench.benchmarks.choice.RangeChoice;
import org.svabench.benchmarks.fanout.FanOutCount;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Quirk;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPresets;
import org.svabench.results.baseline.Baseline;

/** One notification of every design on every topology, for every class of range. */
final class NotificationFigures {
  /** One and few pages, aligned and unaligned blocks, across the largest block, everything. */
  private static final List<String> RANGES =
      List.of(
          "1p",
          "4p@0x7000",
          "33p",
          "64k",
          "2m",
          "2m@0x7f0000001000",
          "512m",
          "1024m@0x7ffff000",
          "all");

  /** On a large machine a figure repeats what smaller ones say, and takes long. */
  private static final int MANY = 64;

  private static final List<String> FEW_RANGES = List.of("1p", "all");
  private static final Quirk[] NONE = {};

  private NotificationFigures() {}

  static Baseline compute() {
    Map<String, Map<String, Object>> rows = new TreeMap<>();
    for (String name : Machines.ALL) {
      Topology topology = TopologyPresets.topology(name);
      for (Design design : Designs.all()) {
        for (String word : topology.iommuCount() > MANY ? FEW_RANGES : RANGES) {
          NotificationRange range = RangeChoice.of(word);
          Map<String, Object> plain = figures(topology, design, range, Set.of());
          String row = name + " " + design.name() + " " + word;
          rows.put(row, plain);
          for (Quirk quirk : design.family() == topology.family() ? Quirk.values() : NONE) {
            Map<String, Object> odd = figures(topology, design, range, Set.of(quirk));
            if (!odd.equals(plain)) {
              rows.put(row + " with " + quirk.label(), odd);
            }
          }
        }
      }
    }
    return Baseline.of(
        "notifications",
        "One notification with every device of the topology bound in order of ids: topology, design"
            + " and range of a row as fanout takes them; a quirk has a row where it makes a"
            + " difference to a design on a machine of its own kind.",
        rows);
  }

  private static Map<String, Object> figures(
      Topology topology, Design design, NotificationRange range, Set<Quirk> quirks) {
    FanOutCount count = FanOutCount.of(topology, design, range, quirks, false);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("iotlb", count.iotlbCommands());
    figures.put("devTlb", count.deviceTlbCommands());
    figures.put("waits", count.waits());
    figures.put("submissions", count.submissions());
    figures.put("exits", count.exits());
    figures.put("coveredPages", count.coveredPages());
    figures.put("wholePasid", count.wholeCommands());
    if (!count.refused().isEmpty()) {
      figures.put("refused", count.refused().toString());
    }
    return figures;
  }
}
