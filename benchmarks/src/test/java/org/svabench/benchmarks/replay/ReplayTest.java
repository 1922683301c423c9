package org.svabench.benchmarks.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.svabench.benchmarks.trace.TraceInput;
import org.svabench.benchmarks.trace.TraceReader;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.cost.CostLevel;
import org.svabench.model.cost.CostModel;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPresets;

class ReplayTest {
  private static final String START = "10 1.0 execve(\"./prog\", [\"prog\"], NULL) = 0";
  private static final String MAP =
      "10 1.1 mmap(NULL, 16777216, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000";

  private static Replay replay(MmSelection selection, String topology, String... lines) {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    return replay(selection, topology, new ByteArrayInputStream(text), new TraceCounts[1]);
  }

  private static Replay replay(
      MmSelection selection, String name, InputStream trace, TraceCounts[] counts) {
    Topology topology = TopologyPresets.topology(name);
    CostModel costs =
        new CostModel(CostPresets.find("vtd-guest-shadow").orElseThrow(), topology.trapped());
    List<Device> devices = topology.devices();
    List<DesignReplay> designs =
        Designs.all().stream()
            .map(design -> new DesignReplay(topology, design, Set.of(), devices, costs))
            .toList();
    Replay replay = new Replay(selection, designs);
    counts[0] = new TraceReader(TraceInput.of("test", -1, trace)).read(replay);
    replay.finish();
    return replay;
  }

  private static Replay ofCapture(String name) {
    return replay(
        new MmSelection.First(),
        "guest-1viommu:4",
        TraceReader.class.getResourceAsStream(name),
        new TraceCounts[1]);
  }

  private static DesignReplay under(Replay replay, Design design) {
    return replay.designs().stream()
        .filter(each -> each.design() == design)
        .findFirst()
        .orElseThrow();
  }

  private static void assertSent(
      Replay replay, Design design, long commands, long waits, long asked, long covered) {
    Tally total = under(replay, design).total();
    assertArrayEquals(
        new long[] {commands, waits, asked, covered},
        new long[] {total.commands, total.waits, total.askedPages, total.coveredPages},
        design.name() + ": commands, waits, asked pages, covered pages");
  }

  /** Figures of kernel-facts' table of worked examples: 4 devices with ATS behind one IOMMU. */
  @Test
  void onePageCostsWhatTheKernelSends() {
    Replay replay =
        replay(
            new MmSelection.First(),
            "guest-1viommu:4",
            START,
            MAP,
            "10 1.2 munmap(0x7f0000007000, 4096) = 0");
    assertEquals(1, replay.notifications());
    assertSent(replay, Designs.VTD_6_6, 8, 8, 1, 1);
    assertSent(replay, Designs.VTD_6_8, 8, 8, 1, 1);
    assertSent(replay, Designs.VTD_6_10, 5, 5, 1, 1);
    assertSent(replay, Designs.VTD_6_14, 5, 1, 1, 1);
    assertEquals(8, under(replay, Designs.VTD_6_6).exits());
    assertEquals(1, under(replay, Designs.VTD_6_14).exits());
    assertEquals(52_800, under(replay, Designs.VTD_6_14).nanos(CostLevel.TYP));
    assertEquals(8 * 52_800, under(replay, Designs.VTD_6_6).nanos(CostLevel.TYP));
  }

  @Test
  void fourPagesAcrossTheirAlignmentCoverMore() {
    Replay replay =
        replay(
            new MmSelection.First(),
            "guest-1viommu:4",
            START,
            MAP,
            "10 1.2 munmap(0x7f0000007000, 16384) = 0");
    assertSent(replay, Designs.VTD_6_6, 16, 16, 4, 8);
    assertSent(replay, Designs.VTD_6_10, 5, 5, 4, 16);
  }

  @Test
  void moreThan33PagesAreEverythingUpTo614AndExactLater() {
    Replay replay =
        replay(
            new MmSelection.First(),
            "guest-1viommu:4",
            START,
            MAP,
            "10 1.2 munmap(0x7f0000000000, 135168) = 0",
            "10 1.3 munmap(0x7f0000040000, 139264) = 0");
    assertEquals(1, under(replay, Designs.VTD_6_14).total().everything);
    assertEquals(1, under(replay, Designs.VTD_6_14).total().wholeCommands);
    assertSent(replay, Designs.VTD_6_14, 10, 2, 33, 64);
    assertEquals(0, under(replay, Designs.VTD_7_1).total().everything);
    assertSent(replay, Designs.VTD_7_1, 10, 2, 67, 128);
  }

  @Test
  void hugePagesCountAsOneEntryEach() {
    Replay replay =
        replay(
            new MmSelection.First(),
            "guest-1viommu:4",
            START,
            "10 1.1 mmap(NULL, 73400320, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS|MAP_HUGETLB, -1, 0) ="
                + " 0x7f0000000000",
            "10 1.2 madvise(0x7f0000000000, 69206016, MADV_DONTNEED) = 0",
            "10 1.3 madvise(0x7f0000000000, 71303168, MADV_DONTNEED) = 0");
    assertEquals(1, under(replay, Designs.VTD_6_14).total().everything, "33 huge pages, then 34");
  }

  @Test
  void everyDesignIsToldWhatItsKernelsWouldTellIt() {
    Replay replay =
        replay(
            new MmSelection.First(),
            "guest-1viommu:4",
            START,
            MAP,
            "10 1.2 madvise(0x7f0000000000, 2093056, MADV_DONTNEED) = 0",
            "10 1.3 madvise(0x7f0000000000, 2097152, MADV_DONTNEED) = 0");
    assertEquals(2, under(replay, Designs.VTD_6_14).total().everything, "511 and 512 pages");
    assertEquals(1, under(replay, Designs.SMMU_6_11).total().everything);
    assertEquals(0, under(replay, Designs.SMMU_INVS).total().everything, "range TLBI");
    assertEquals(0, under(replay, Designs.VTD_7_1).total().everything);
  }

  @Test
  void aForkedChildStartsUnbound() {
    String[] lines = {
      START,
      MAP,
      "10 1.2 fork() = 11",
      "11 1.3 munmap(0x7f0000000000, 4096) = 0",
      "10 1.4 munmap(0x7f0000000000, 4096) = 0",
      "11 1.5 +++ exited with 0 +++"
    };
    Replay first = replay(new MmSelection.First(), "guest-1viommu:4", lines);
    assertEquals(2, first.notifications());
    assertEquals(1, first.elsewhere());
    assertEquals(List.of("prog (10)"), first.boundNames());
    assertEquals(3, replay(new MmSelection.All(), "guest-1viommu:4", lines).notifications());
    Replay child = replay(new MmSelection.Pids(List.of(11)), "guest-1viommu:4", lines);
    assertEquals(1, child.notifications());
    assertEquals(2, child.elsewhere());
    assertEquals(1, child.exits());
    assertEquals(12, under(child, Designs.VTD_6_14).teardownCommands());
  }

  @Test
  void aProcessKeepsItsDevicesWhenItExecutes() {
    String[] lines = {
      START,
      MAP,
      "10 1.2 execve(\"/bin/a-very-long-program-name\", [\"x\"], NULL) = 0",
      "10 1.3 munmap(0x7f0000000000, 4096) = 0"
    };
    assertEquals(0, replay(new MmSelection.First(), "guest-1viommu:4", lines).notifications());
    assertEquals(
        1, replay(new MmSelection.Pids(List.of(10)), "guest-1viommu:4", lines).notifications());
    assertEquals(
        1,
        replay(new MmSelection.Names(List.of("a-very-long-program-name")), "guest-1viommu:4", lines)
            .notifications());
  }

  @Test
  void theBusiestSecondIsFound() {
    Replay replay =
        replay(
            new MmSelection.First(),
            "guest-1viommu:4",
            START,
            MAP,
            "10 1.2 madvise(0x7f0000000000, 4096, MADV_DONTNEED) = 0",
            "10 3.0 madvise(0x7f0000000000, 4096, MADV_DONTNEED) = 0",
            "10 3.5 madvise(0x7f0000000000, 4096, MADV_DONTNEED) = 0",
            "10 9.0 madvise(0x7f0000000000, 4096, MADV_DONTNEED) = 0");
    assertEquals(2, replay.peakNotifications());
    assertEquals(2, replay.peakSecond());
    assertEquals(2, under(replay, Designs.VTD_6_14).peakSecond());
    assertEquals(2 * 52_800, under(replay, Designs.VTD_6_14).peakNanos());
    assertEquals(
        List.of(0L, 2L, 8L), replay.seconds().kept().stream().map(Seconds.Second::second).toList());
  }

  @Test
  void flushEventsWithoutAnAddressCoverAtLeastTheirPages() {
    Replay replay =
        replay(
            new MmSelection.First(),
            "guest-1viommu:4",
            " a 10 [000] 1.000001: syscalls:sys_enter_munmap: addr: 0x1000, len: 0x1000",
            " a 10 [000] 1.000002: tlb:tlb_flush: pages:3 reason:local MM shootdown (3)",
            " a 10 [000] 1.000003: tlb:tlb_flush: pages:-1 reason:local MM shootdown (3)");
    assertEquals(2, replay.notifications());
    assertEquals(1, replay.unknownAddresses());
    assertSent(replay, Designs.VTD_6_14, 10, 2, 3, 4);
  }

  /**
   * Counted by a script of its own that keeps lists of ranges, applies the formulas of kernel-facts
   * 5.4 and 5.5, and shares no code with this project.
   */
  @Test
  void capturesCostWhatAnIndependentCountSays() {
    Replay redis = ofCapture("redis.strace.gz");
    assertEquals(392, redis.notifications());
    assertEquals(181, under(redis, Designs.VTD_6_14).total().everything);
    assertSent(redis, Designs.VTD_6_6, 4000, 4000, 2438, 5749);
    assertSent(redis, Designs.VTD_6_10, 1960, 1960, 2438, 21_353);
    assertSent(redis, Designs.VTD_6_14, 1960, 392, 2438, 21_353);
    assertSent(redis, Designs.VTD_7_1, 1960, 392, 29_571, 303_593);
    Replay zgc = ofCapture("jvm-zgc.strace.gz");
    assertEquals(1118, zgc.notifications());
    assertSent(zgc, Designs.VTD_6_8, 9320, 9320, 839, 1750);
    assertSent(zgc, Designs.VTD_6_12, 5590, 1118, 839, 3646);
    assertSent(zgc, Designs.VTD_7_1, 5590, 1118, 964_199, 1_163_582);
    Replay node = ofCapture("node.strace.gz");
    assertEquals(1652, node.notifications());
    assertSent(node, Designs.VTD_6_6, 13_984, 13_984, 381, 818);
    assertSent(node, Designs.VTD_7_1, 8260, 1652, 303_412, 1_298_318);
  }

  @Test
  void aStormOfCopiesOnWriteIsOneNotificationEach() {
    Replay redis = ofCapture("redis-bgsave.perfscript.gz");
    assertEquals(11_947, redis.notifications());
    assertEquals(11_946, redis.unknownAddresses());
    assertSent(redis, Designs.VTD_6_6, 11_947 * 8, 11_947 * 8, 11_951, 11_953);
    assertSent(redis, Designs.VTD_6_14, 11_947 * 5, 11_947, 11_951, 11_953);
    assertTrue(redis.elsewhere() == 162);
  }
}
