package org.svabench.benchmarks.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.benchmarks.hardware.VectorTrace.Era;
import org.svabench.benchmarks.trace.TraceInput;
import org.svabench.benchmarks.trace.TraceReader;
import org.svabench.benchmarks.trace.notification.NotificationSink;
import org.svabench.model.Designs;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyText;
import org.svabench.results.input.BadInput;

/** Traces made from recorded truth, whole and damaged. */
class HardwareComparisonIT {
  private static final int MUTATIONS = 2_000;

  private static HardwareComparison compared(String design, Topology machine, List<String> lines) {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    HardwareComparison comparison =
        new HardwareComparison(
            "hw.trace",
            List.of(Designs.named(design).orElseThrow()),
            unused -> Set.of(),
            machine,
            machine == null ? 0 : machine.deviceCount());
    new TraceReader(TraceInput.of("hw.trace", text.length, new ByteArrayInputStream(text)))
        .onIommuEvent(comparison)
        .read(NotificationSink.NOBODY);
    comparison.finish();
    return comparison;
  }

  private static void assertAgrees(HardwareComparison comparison) {
    DesignComparison design = comparison.designs().get(0);
    assertEquals(
        List.of(),
        design.differences().stream().map(each -> each.text("hw.trace")).toList(),
        design.differing() + " of " + design.notifications() + ", refused " + design.refusals());
    assertTrue(comparison.agrees());
    assertEquals(0, comparison.unread());
    assertTrue(design.notifications() > 50, "only " + design.notifications() + " notifications");
    assertEquals(design.recordedCommands(), design.predictedCommands());
  }

  private static Difference onlyDifference(HardwareComparison comparison) {
    assertFalse(comparison.agrees());
    DesignComparison design = comparison.designs().get(0);
    assertEquals(1, design.differing());
    return design.differences().get(0);
  }

  @Test
  void theWordsOfTheTraceAreThoseThatWereRecorded() throws IOException {
    for (String model : List.of("pergroup", "shared", "shared-v68", "shared-v71")) {
      assertEquals(
          0, new VectorTrace(model + ".t13_ranges", Era.BATCHED, false).encodedOtherwise(), model);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "shared, t02_1x4, false",
    "shared, t05_4x4_atsmix, true",
    "shared, t13_ranges, false",
    "shared-v68, t05_4x4_atsmix, false",
    "shared-v71, t02_1x4, true",
    "shared-v71, t13_ranges, false",
  })
  void theModelTellsWhatWasRecordedAndTheMachineIsThatOfTheEvents(
      String model, String topology, boolean ftrace) throws IOException {
    VectorTrace trace = new VectorTrace(model + "." + topology, Era.BATCHED, ftrace);
    assertAgrees(compared(model, null, trace.lines()));
  }

  @ParameterizedTest
  @CsvSource({
    "shared, t05_4x4_atsmix",
    "shared, t07_4iommu_2class",
    "shared, t09_groups",
    "shared, t10_smallpasid",
    "shared, t11_groups_hetero",
    "shared-v68, t09_groups",
    "shared-v71, t05_4x4_atsmix",
    "shared-v71, t07_4iommu_2class",
    "shared-v71, t09_groups",
    "shared-v71, t11_groups_hetero",
  })
  void groupsAndClassesComeFromTheTopologyThatIsNamed(String model, String topology)
      throws IOException {
    VectorTrace trace = new VectorTrace(model + "." + topology, Era.BATCHED, false);
    Topology machine = TopologyText.parse("machine", trace.topology());
    assertAgrees(compared(model, machine, trace.lines()));
  }

  @Test
  void kernelsThatWaitForEveryCommandAreToldByTheOrderOfEvents() throws IOException {
    VectorTrace trace = new VectorTrace("shared.t02_1x4", Era.ONE_BY_ONE, false);
    HardwareComparison old = compared("vtd-6.10", null, trace.lines());
    assertAgrees(old);
    DesignComparison design = old.designs().get(0);
    assertTrue(design.everyCommandWaits());
    assertEquals(design.recordedCommands(), design.predictedWaits());
    HardwareComparison batching = compared("vtd-6.14", null, trace.lines());
    assertFalse(batching.agrees(), "the commands are the same, the waits are not");
    assertEquals(0, batching.designs().get(0).differing());
  }

  @Test
  void withoutEventsOfTagsTheCommandsMakeUpTheNotifications() throws IOException {
    VectorTrace trace = new VectorTrace("pergroup.t13_ranges", Era.COMMANDS_ONLY, false);
    Topology machine = TopologyText.parse("machine", trace.topology());
    assertAgrees(compared("vtd-6.6", machine, trace.lines()));
    BadInput refused = assertThrows(BadInput.class, () -> compared("vtd-6.6", null, trace.lines()));
    assertTrue(refused.getMessage().contains("name the machine with --topology"));
  }

  /** mm 1 of the recording, while devices 3, 2 and 1 are bound to it, in that order. */
  @Test
  void everyBoundDeviceIsToldBlockByBlock() {
    List<String> lines = new ArrayList<>();
    int sids[] = {0x108, 0x110, 0x118};
    for (int block : new int[] {0x4000, 0x8000}) {
      for (int sid : sids) {
        // 4 pages at 0x7000 are two blocks of 4 pages in v6.6 (kernel-facts 5.4)
        lines.add(
            "p_iotlb_inv dmar0: 0x"
                + Long.toHexString(0x700010036L)
                + " 0x"
                + Integer.toHexString(block | 2));
        lines.add(
            String.format(
                "p_dev_tlb_inv dmar0: 0x%x 0x%x", 8L | sid << 16 | 7L << 32, block | 0x1800));
      }
    }
    assertEquals(12, lines.size());
    Topology machine =
        TopologyText.parse(
            "machine",
            List.of(
                "family vtd",
                "iommu dmar0",
                "device a iommu=dmar0 sid=0x118",
                "device b iommu=dmar0 sid=0x110",
                "device c iommu=dmar0 sid=0x108"));
    List<String> byDevice = new ArrayList<>();
    for (int device = 0; device < 3; device++) {
      for (int block = 0; block < 2; block++) {
        byDevice.add(lines.get(block * 6 + device * 2));
        byDevice.add(lines.get(block * 6 + device * 2 + 1));
      }
    }
    HardwareComparison comparison = compared("vtd-6.6", machine, events(byDevice));
    assertTrue(comparison.agrees());
    assertEquals(1, comparison.designs().get(0).notifications());
    byDevice.remove(7);
    Difference difference = onlyDifference(compared("vtd-6.6", machine, events(byDevice)));
    assertEquals(8, difference.command());
    assertTrue(difference.predicted().contains("p_dev_tlb_inv pasid 7 01:02.0 0x8000 order 2"));
  }

  private static List<String> events(List<String> commands) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      lines.add(
          String.format(
              " app 10 [000] 1.%06d: intel_iommu:qi_submit: %s 0x0 0x0", i, commands.get(i)));
    }
    return lines;
  }

  private static int indexOf(List<String> lines, int from, String part) {
    int at = from;
    while (!lines.get(at).contains(part)) {
      at++;
    }
    return at;
  }

  /** Lines of the recording behind which four devices are bound: a page is I, D, D, D, D. */
  private static List<String> recorded() throws IOException {
    return new ArrayList<>(new VectorTrace("shared.t02_1x4", Era.BATCHED, false).lines());
  }

  @Test
  void aMissingCommandIsNamed() throws IOException {
    List<String> lines = recorded();
    int at = indexOf(lines, 0, "p_dev_tlb_inv");
    while (!lines.get(at - 1).contains("p_iotlb_inv")
        || !lines.get(at + 1).contains("cache_tag_flush_range")) {
      at = indexOf(lines, at + 1, "p_dev_tlb_inv");
    }
    lines.remove(at);
    Difference difference = onlyDifference(compared("shared", null, lines));
    assertEquals(2, difference.command());
    assertEquals("nothing", difference.recorded());
    assertTrue(difference.predicted().startsWith("dmar0 p_dev_tlb_inv pasid "));
    assertEquals(at, difference.line(), "the last command before the gap, lines from 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "address", "device", "pasid", "twice", "swapped"})
  void aCommandThatDiffersIsShownAtItsLine(String how) throws IOException {
    List<String> lines = recorded();
    int notified = indexOf(lines, lines.size() / 3, "type devtlb did 1 [0x");
    int at = indexOf(lines, notified, "p_dev_tlb_inv");
    String line = lines.get(at);
    String[] words = line.split(" ");
    int first = words.length - 4;
    long word0 = Long.decode(words[first]);
    long word1 = Long.parseUnsignedLong(words[first + 1].substring(2), 16);
    switch (how) {
      case "order" -> word1 ^= 1L << 11;
      case "address" -> word1 ^= 1L << 40;
      case "device" -> word0 ^= 1L << 30;
      case "pasid" -> word0 ^= 1L << 45;
      case "twice" -> lines.add(at, line);
      default -> {
        lines.set(at, lines.get(at - 1));
        lines.set(at - 1, line);
      }
    }
    if (!how.equals("twice") && !how.equals("swapped")) {
      words[first] = "0x" + Long.toHexString(word0);
      words[first + 1] = "0x" + Long.toHexString(word1);
      lines.set(at, String.join(" ", words));
    }
    Difference difference = onlyDifference(compared("shared", null, lines));
    long expected = how.equals("twice") ? at + 2 : how.equals("swapped") ? at : at + 1;
    assertEquals(expected, difference.line(), difference.text("hw.trace"));
  }

  @Test
  void aDesignThatTellsOtherwiseDoesNotAgree() throws IOException {
    VectorTrace trace = new VectorTrace("shared.t05_4x4_atsmix", Era.BATCHED, false);
    HardwareComparison perDevice = compared("vtd-6.8", null, trace.lines());
    assertFalse(perDevice.agrees());
    assertTrue(
        perDevice.designs().get(0).predictedCommands()
            > perDevice.designs().get(0).recordedCommands());
    assertEquals(10, perDevice.designs().get(0).differences().size(), "the first ones are kept");
  }

  @Test
  void aTraceThatBeginsAfterTheBindsIsComparedByTheTagsThatWereTold() throws IOException {
    List<String> lines = recorded().stream().filter(line -> !line.contains("assign")).toList();
    HardwareComparison comparison = compared("shared", null, lines.subList(0, lines.size() / 4));
    assertTrue(comparison.designs().get(0).inferred() > 0);
    assertTrue(comparison.designs().get(0).notifications() > 5);
  }

  @Test
  void threadsThatNotifyAtTheSameTimeAreKeptApart() throws IOException {
    List<String> lines = recorded();
    List<String> mixed = new ArrayList<>();
    int swaps = 0;
    for (int i = 0; i < lines.size(); i++) {
      boolean between =
          i + 1 < lines.size()
              && !lines.get(i).contains("assign")
              && !lines.get(i + 1).contains("assign")
              && !lines.get(i).substring(0, 24).equals(lines.get(i + 1).substring(0, 24));
      if (between) {
        mixed.add(lines.get(i + 1));
        mixed.add(lines.get(i));
        i++;
        swaps++;
      } else {
        mixed.add(lines.get(i));
      }
    }
    assertTrue(swaps > 30, "only " + swaps);
    assertAgrees(compared("shared", null, mixed));
  }

  @Test
  void whatIsNotUnderstoodIsCounted() throws IOException {
    List<String> lines = recorded();
    lines.add(3, " a 1 [000] 100.000001: intel_iommu:qi_submit: p_iotlb_inv dmar0: nonsense");
    lines.add(4, " a 1 [000] 100.000001: intel_iommu:qi_submit: iec_inv dmar0: 0x4 0x0 0x0 0x0");
    lines.add(5, " a 1 [000] 100.000001: intel_iommu:cache_tag_assign: dmar0/x type q did 1");
    HardwareComparison comparison = compared("shared", null, lines);
    assertTrue(comparison.agrees());
    assertEquals(2, comparison.unread());
    assertEquals(4, comparison.firstUnread());
    assertEquals(1, comparison.aside());
  }

  @Test
  void dmaWithoutAPasidIsNotCompared() {
    HardwareComparison comparison =
        compared(
            "vtd-6.14",
            null,
            List.of(
                " a 1 [000] 1.000001: intel_iommu:cache_tag_flush_range: dmar0 dmar0[0] type iotlb"
                    + " did 5 [0x1000-0x1fff] addr 0x1000 pages 0x1 mask 0x0",
                " a 1 [000] 1.000002: intel_iommu:qi_submit: iotlb_inv dmar0: 0x5000d2 0x1000 0x0"
                    + " 0x0"));
    assertEquals(0, comparison.designs().get(0).notifications());
    assertFalse(comparison.agrees(), "nothing was compared");
  }

  @Test
  void aTraceWithoutSuchEventsIsRefused() {
    BadInput refused =
        assertThrows(
            BadInput.class,
            () ->
                compared(
                    "vtd-6.14",
                    null,
                    List.of(
                        " a 1 [000] 1.0: tlb:tlb_flush: pages:1 reason:local MM shootdown (3)")));
    assertTrue(refused.getMessage().startsWith("hw.trace: no events of the IOMMU driver"));
  }

  @Test
  void damagedEventsAreComparedOrCountedAndNeverAnError() throws IOException {
    List<String> whole = recorded();
    for (int seed = 0; seed < MUTATIONS; seed++) {
      Random random = new Random(seed);
      int from = random.nextInt(whole.size() - 60);
      List<String> lines = new ArrayList<>(whole.subList(from, from + 60));
      for (int damage = 0; damage < 4; damage++) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int cut = random.nextInt(line.length() + 1);
        switch (random.nextInt(4)) {
          case 0 -> lines.remove(at);
          case 1 -> lines.set(at, line.substring(0, cut));
          case 2 -> lines.set(at, line.substring(0, cut) + "f" + line.substring(cut));
          default -> lines.add(random.nextInt(lines.size()), line);
        }
      }
      try {
        HardwareComparison comparison = compared("vtd-6.14", null, lines);
        DesignComparison design = comparison.designs().get(0);
        assertTrue(design.differing() <= design.notifications());
      } catch (BadInput refused) {
        assertEquals(1, refused.getMessage().lines().count(), "seed " + seed);
      } catch (RuntimeException failure) {
        throw new AssertionError("seed " + seed, failure);
      }
    }
  }
}
