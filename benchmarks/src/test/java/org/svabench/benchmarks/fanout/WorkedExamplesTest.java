package org.svabench.benchmarks.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svabench.benchmarks.choice.QuirkChoice;
import org.svabench.benchmarks.choice.RangeChoice;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Quirk;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPresets;
import org.svabench.model.topology.TopologyText;

/** Commands and waits of one notification, against figures derived from the kernels by hand. */
class WorkedExamplesTest {
  private static final List<String> ONE_WAIT_PER_COMMAND =
      List.of("vtd-6.6", "vtd-6.8rc", "vtd-6.8");
  private static final List<String> BATCHED =
      List.of("vtd-6.12", "vtd-6.14", "vtd-7.1", "vtd-bitset");

  @ParameterizedTest
  @CsvSource({
    // topology, range: commands 6.6-6.9, commands 6.10 on, waits 6.12 on
    "grid:1x1,  1p,          2,  2, 1",
    "grid:1x4,  1p,          8,  5, 1",
    "grid:1x4,  4p@0x7000,  16,  5, 1",
    "grid:2x4,  1p,         16, 10, 2",
    "grid:1x8,  1p,         16,  9, 1",
    "grid:1x15, 1p,         30, 16, 1",
    "grid:1x16, 1p,         32, 17, 2",
    "grid:1x40, 1p,         80, 41, 3",
    "grid:4x1,  1p,          8,  8, 4",
    "grid:1x4,  all,         8,  5, 1",
    // presets
    "spr-2s-dsa-iaa,   1p,  32, 24, 8",
    "spr-1s-dsa,       1p,   8,  8, 4",
    "guest-1viommu:4,  1p,   8,  5, 1",
    "guest-1viommu:8,  1p,  16,  9, 1",
    "guest-1viommu:16, 1p,  32, 17, 2",
    "spr-64s:1,        1p, 128, 128, 64",
    "spr-64s:4,        1p, 512, 512, 256",
  })
  void commandsAndWaitsOfEachGeneration(
      String topology, String range, long perDevice, long perIommu, long waits) {
    Topology machine = TopologyPresets.topology(topology);
    for (String design : ONE_WAIT_PER_COMMAND) {
      assertCounts(machine, design, range, perDevice, perDevice);
    }
    assertCounts(machine, "vtd-6.10", range, perIommu, perIommu);
    for (String design : BATCHED) {
      assertCounts(machine, design, range, perIommu, waits);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vtd-6.6, 4, 4",
    "vtd-6.8, 4, 4",
    "vtd-6.10, 1, 1",
    "vtd-6.12, 1, 1",
    "vtd-6.14, 1, 1",
  })
  void withoutAtsOnlyIotlbsAreTold(String design, long commands, long waits) {
    assertCounts(machine("ats=no count=4"), design, "1p", commands, waits);
  }

  @ParameterizedTest
  @CsvSource({
    "vtd-6.6, 12, 12",
    "vtd-6.8, 12, 12",
    "vtd-6.10, 9, 9",
    "vtd-6.12, 9, 1",
    "vtd-7.1, 9, 1",
  })
  void devicesWithTheQuirkAreToldTwice(String design, long commands, long waits) {
    assertCounts(machine("quirk=yes count=4"), design, "1p", commands, waits);
  }

  @ParameterizedTest
  @CsvSource({"vtd-6.6, 4, 4", "vtd-6.10, 3, 3", "vtd-6.14, 3, 1"})
  void oneBoundDeviceOfAGroupOfTwoTellsBoth(String design, long commands, long waits) {
    // Binding the second adds nothing, or fails.
    assertCounts(machine("count=2", "group g d0 d1"), design, "1p", commands, waits);
  }

  @ParameterizedTest
  @CsvSource({
    "4p@0x8000, 4, 4",
    "4p@0x7000, 8, 16",
    "3p@0x9000, 4, 4",
    "2p@0x3f000, 4, 128",
    "2p@0x7fffff000, 4, 16777216",
    "33p@0x28000, 128, 128",
    "512p@0x201000, 1024, 2048",
  })
  void coveredPagesGrowWithTheCoveringBlock(String range, long twoBlocks, long oneBlock) {
    Topology machine = TopologyPresets.topology("grid:1x3");
    assertEquals(twoBlocks, count(machine, "vtd-6.6", range, Set.of()).coveredPages());
    assertEquals(oneBlock, count(machine, "vtd-6.14", range, Set.of()).coveredPages());
  }

  @ParameterizedTest
  @CsvSource({"vtd-6.6, 4", "vtd-6.8, 4", "vtd-6.10, 1", "vtd-7.1, 1"})
  void aWholePasidCoversNoBlock(String design, long whole) {
    FanOutCount count = count(TopologyPresets.topology("grid:1x4"), design, "all", Set.of());
    assertEquals(0, count.coveredPages());
    assertEquals(whole, count.wholeCommands());
  }

  @ParameterizedTest
  @CsvSource({"vtd-6.6, 0, 0", "vtd-6.8, 8, 8", "vtd-6.10, 5, 5", "vtd-6.14, 5, 1"})
  void defectsOfTheirEraShowInAFullFlush(String name, long commands, long waits) {
    Design design = Designs.named(name).orElseThrow();
    Set<Quirk> era = QuirkChoice.of("--quirk", List.of("era"), design);
    FanOutCount count = count(TopologyPresets.topology("grid:1x4"), name, "all", era);
    assertEquals(commands, count.commands());
    assertEquals(waits, count.waits());
  }

  @ParameterizedTest
  @CsvSource({
    "vtd-6.6, 2, 3, 3, ''",
    "vtd-6.10, 2, 3, 3, ''",
    "vtd-6.14, 2, 3, 2, ''",
    "vtd-7.1, 1, 2, 1, {-EINVAL=1}",
  })
  void aDeviceWithoutAtsBehindAnotherUnit(
      String design, int bound, long commands, long waits, String refused) {
    Topology machine = TopologyPresets.topology("client-hetero");
    FanOutCount count = count(machine, design, "1p", Set.of());
    assertEquals(bound, count.bound());
    assertEquals(refused.isEmpty() ? "{}" : refused, count.refused().toString());
    assertCounts(machine, design, "1p", commands, waits);
  }

  @ParameterizedTest
  @CsvSource({
    // units, devices behind each, their settings, range: commands + waits of each design
    "1, 4, '',            1p,   16,   7,   7, 12",
    "1, 4, 'ats=no',      1p,    8,   2,   2,  8",
    "2, 4, '',            1p,   32,  14,  14, 24",
    "1, 4, 'rid=shared',  1p,    7,   7,   7, 12",
    "1, 4, 'ats=no',      511p, 2048, 512, 512, 8",
    "1, 4, 'ats=no',      512p,   8,   2,   2,  8",
  })
  void commandsAndWaitsOfArmAndAmd(
      int units,
      int devices,
      String settings,
      String range,
      long v66,
      long v611,
      long invs,
      long amd) {
    List<String> lines = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      lines.add("iommu u" + unit);
      lines.add("device d" + unit + "- iommu=u" + unit + " count=" + devices + " " + settings);
    }
    assertEquals(v66, commandsAndWaits("smmu", lines, "smmu-6.6", range));
    assertEquals(v611, commandsAndWaits("smmu", lines, "smmu-6.11", range));
    assertEquals(invs, commandsAndWaits("smmu", lines, "smmu-invs", range));
    assertEquals(amd, commandsAndWaits("amd", lines, "amd-6.14", range));
  }

  private static long commandsAndWaits(
      String family, List<String> lines, String design, String range) {
    List<String> text = new ArrayList<>(lines);
    text.add(0, "family " + family);
    FanOutCount count = count(TopologyText.parse("own", text), design, range, Set.of());
    return count.commands() + count.waits();
  }

  @ParameterizedTest
  @CsvSource({
    "kunpeng920-2s:4, smmu-6.6,  8, 8", "kunpeng920-2s:4, smmu-6.11, 4, 4",
    "kunpeng920-2s,   smmu-6.6,  8, 8", "kunpeng920-2s,   smmu-6.11, 8, 8",
    "grace-vm-8,      smmu-6.6, 16, 16", "grace-vm-8,     smmu-6.11, 16, 16",
    "grace-vm-8,      smmu-invs, 16, 16", "epyc-2s-8iommu, amd-6.14, 16, 8",
    "thor-gb10,       smmu-6.6,  2, 2", "thor-gb10,       smmu-6.11, 2, 2",
    "thor-gb10,       smmu-invs, 2, 2", "azure-vm-144:4,  smmu-6.11, 5, 2",
  })
  void presetsOfArmAndAmd(String topology, String design, long commands, long waits) {
    assertCounts(TopologyPresets.topology(topology), design, "1p", commands, waits);
  }

  @Test
  void theThorErratumDoublesTheTlbiAndItsSync() {
    FanOutCount count =
        count(TopologyPresets.topology("thor-gb10"), "smmu-6.11", "1p", Set.of(Quirk.DOUBLED_TLBI));
    assertEquals(3, count.commands());
    assertEquals(3, count.waits());
  }

  @ParameterizedTest
  @CsvSource({
    "vtd-6.14, 33p, 64, 0",
    "vtd-6.14, 34p, 0, 1",
    "vtd-7.1, 34p, 64, 0",
    "vtd-6.14, 1p, 1, 0",
  })
  void x86WidensAFlushOfMoreThan33PagesBefore615(
      String design, String flushed, long covered, long whole) {
    FanOutCount count =
        FanOutCount.of(
            TopologyPresets.topology("grid:1x4"),
            Designs.named(design).orElseThrow(),
            RangeChoice.of(flushed),
            Set.of(),
            true);
    assertEquals(covered, count.coveredPages());
    assertEquals(whole, count.wholeCommands());
  }

  private static Topology machine(String deviceSettings, String... more) {
    List<String> lines =
        new ArrayList<>(List.of("family vtd", "iommu u", "device d iommu=u " + deviceSettings));
    lines.addAll(List.of(more));
    return TopologyText.parse("own", lines);
  }

  private static void assertCounts(
      Topology machine, String design, String range, long commands, long waits) {
    FanOutCount count = count(machine, design, range, Set.of());
    String where = machine + " " + design + " " + range;
    assertEquals(commands, count.commands(), where);
    assertEquals(waits, count.waits(), where);
    assertEquals(waits, count.submissions(), where);
    assertEquals(machine.trapped() ? waits : 0, count.exits(), where);
  }

  private static FanOutCount count(
      Topology machine, String design, String range, Set<Quirk> quirks) {
    return FanOutCount.of(
        machine, Designs.named(design).orElseThrow(), RangeChoice.of(range), quirks, false);
  }
}
