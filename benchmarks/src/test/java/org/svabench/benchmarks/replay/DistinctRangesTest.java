package org.svabench.benchmarks.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.benchmarks.trace.count.Cause;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Quirk;
import org.svabench.model.cost.CostModel;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPresets;

/** Ranges that are counted as one send the same, under every design. */
class DistinctRangesTest {
  private static final long SEED = 20261128;
  private static final int NOTIFICATIONS = 6_000;

  private static List<DesignReplay> designs(Topology topology) {
    CostModel costs = new CostModel(CostPresets.find("vtd-spr").orElseThrow(), topology.trapped());
    List<DesignReplay> designs = new ArrayList<>();
    for (Design design : Designs.all()) {
      for (Set<Quirk> quirks :
          List.of(EnumSet.noneOf(Quirk.class), EnumSet.copyOf(eraOf(design)))) {
        designs.add(new DesignReplay(topology, design, quirks, topology.devices(), costs));
      }
    }
    return designs;
  }

  private static Set<Quirk> eraOf(Design design) {
    return design.eraQuirks().isEmpty() ? EnumSet.of(Quirk.DOUBLED_TLBI) : design.eraQuirks();
  }

  private static String figures(DesignReplay design) {
    Tally total = design.total();
    return design.design().name()
        + " notifications "
        + total.notifications
        + " everything "
        + total.everything
        + " asked "
        + total.askedPages
        + " covered "
        + total.coveredPages
        + " whole "
        + total.wholeCommands
        + " commands "
        + total.commands
        + " device TLB "
        + total.deviceTlbCommands
        + " submissions "
        + total.submissions
        + " waits "
        + total.waits;
  }

  @ParameterizedTest
  @ValueSource(strings = {"guest-1viommu:4", "spr-1s-dsa", "grid:3x2"})
  void countingSendsWhatSendingEachOneSends(String name) {
    Topology topology = TopologyPresets.topology(name);
    List<DesignReplay> each = designs(topology);
    List<DesignReplay> counted = designs(topology);
    Replay replay = new Replay(new MmSelection.All(), counted);
    replay.mm(0, 0, -1, 1, "prog");
    each.forEach(design -> design.bind(0));
    Random random = new Random(SEED);
    for (int i = 0; i < NOTIFICATIONS; i++) {
      long pages = random.nextInt(20) == 0 ? random.nextInt(1 << 22) : 1 + random.nextInt(40);
      long start = random.nextLong() >>> 17 + random.nextInt(30);
      start = random.nextInt(4) == 0 ? start : start & -4096L;
      long end = start + (pages << 12) + (random.nextInt(4) == 0 ? random.nextInt(4096) : 0);
      boolean all = pages == 0 || random.nextInt(50) == 0;
      long from = all ? 0 : start;
      long to = all ? -1L : end;
      int stride = random.nextInt(4) == 0 ? 21 : 12;
      replay.invalidate(i * 10_000_000L, 0, from, to, stride, Cause.MUNMAP);
      each.forEach(design -> design.invalidate(0, from, to, stride));
    }
    replay.finish();
    assertEquals(
        each.stream().map(DistinctRangesTest::figures).toList(),
        counted.stream().map(DistinctRangesTest::figures).toList(),
        "seed " + SEED);
  }
}
