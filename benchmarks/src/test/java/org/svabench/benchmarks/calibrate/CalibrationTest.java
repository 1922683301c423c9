package org.svabench.benchmarks.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.cost.CostRow;
import org.svabench.model.cost.CostTerm;
import org.svabench.model.cost.CostText;
import org.svabench.model.cost.Price;
import org.svabench.results.input.BadInput;

class CalibrationTest {
  private static final String HEADING =
      "                  <0.1us   0.1us-1us    1us-10us  10us-100us   100us-1ms    1ms-10ms"
          + "      >=10ms     min(us)     max(us) average(us)";

  /** The figures of a Sapphire Rapids IAA, QEMU's docs/devel/migration/qpl-compression.rst. */
  private static final String[] SAPPHIRE_RAPIDS = {
    "IOMMU: dmar18 Register Base Address: c87fc000",
    HEADING,
    "inv_iotlb              0         286         123           0           0           0"
        + "           0           0           1           0",
    "inv_devtlb             0         276         133           0           0           0"
        + "           0           0           2           0",
    "svm_prq                0           0       25206         364         395           0"
        + "           0           1         556           9"
  };

  private static CostPreset calibrated(boolean guest, String... lines) {
    return CostText.parse("mine", Calibration.lines("pasted", List.of(lines), guest));
  }

  private static void assertRefused(String message, boolean guest, String... lines) {
    BadInput refused =
        assertThrows(
            BadInput.class, () -> Calibration.lines("pasted", List.of(lines), guest).isEmpty());
    assertTrue(refused.getMessage().contains(message), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  private static CostRow row(CostPreset preset, CostTerm term) {
    return preset.rows().stream().filter(row -> row.term() == term).findFirst().orElseThrow();
  }

  /** By hand: (286 x 100 + 123 x 1000) / 409 = 370.7; the average says below 1000; middle 685. */
  @Test
  void theMeanIsPutWhereAverageAndHistogramAgree() {
    CostPreset preset = calibrated(false, SAPPHIRE_RAPIDS);
    assertEquals(new Price(100, 685, 2_000), preset.price(CostTerm.IOTLB));
    // (276 x 100 + 133 x 1000) / 409 = 392.7, so (392.7 + 1000) / 2
    assertEquals(new Price(100, 696, 3_000), preset.price(CostTerm.DEVICE_TLB));
    assertTrue(row(preset, CostTerm.IOTLB).source().startsWith("409 samples; "));
    assertEquals("L+D", row(preset, CostTerm.IOTLB).tag());
  }

  @Test
  void whatTheTableDoesNotShowIsMarkedAsAssumed() {
    CostPreset preset = calibrated(false, SAPPHIRE_RAPIDS);
    CostRow saving = row(preset, CostTerm.SAVING);
    assertEquals("A", saving.tag());
    assertEquals(new Price(100, 300, 420), saving.price(), "230 is cut to the least command");
    assertTrue(saving.source().startsWith("assumed: "));
    CostPreset withoutDevices = calibrated(false, SAPPHIRE_RAPIDS[0], SAPPHIRE_RAPIDS[2]);
    assertEquals("A", row(withoutDevices, CostTerm.DEVICE_TLB).tag());
    assertEquals("no figure: as iotlb", row(withoutDevices, CostTerm.DEVICE_TLB).source());
  }

  @Test
  void severalIommusAreWeighedByTheirSamples() {
    CostPreset preset =
        calibrated(
            false,
            "root@host:~# cat dmar_perf_latency",
            "IOMMU: dmar0 Register Base Address: 1",
            "inv_iotlb 0 0 300 0 0 0 0 2 2 2",
            "",
            "IOMMU: dmar1 Register Base Address: 2",
            "inv_iotlb 0 0 0 100 0 0 0 20 30 25");
    // means 2..3 us and 25..26 us: (3 x 2.5 + 25.5) / 4 = 8.25 us
    assertEquals(new Price(2_000, 8_250, 31_000), preset.price(CostTerm.IOTLB));
    assertTrue(preset.description().contains("dmar0, dmar1"));
  }

  @Test
  void inAGuestASubmissionIsAnExit() {
    CostPreset preset = calibrated(true, SAPPHIRE_RAPIDS);
    assertEquals(685, preset.price(CostTerm.EXIT).typ());
    assertEquals(0, preset.price(CostTerm.IOTLB).typ());
    assertEquals(0, preset.price(CostTerm.SAVING).typ());
  }

  @Test
  void anUnmapIsAnUpperBoundOfACommand() {
    CostPreset preset =
        calibrated(
            false,
            "dma mapping benchmark: threads:1 seconds:20 node:-1 dir:BIDIRECTIONAL granule: 1",
            "average map latency(us):0.4 standard deviation:0.1",
            "average unmap latency(us):0.6 standard deviation:0.2",
            "dma mapping benchmark: threads:4 seconds:20 node:-1 dir:BIDIRECTIONAL granule: 1",
            "average map latency(us):0.9 standard deviation:0.1",
            "average unmap latency(us):1.1 standard deviation:0.3");
    assertEquals(new Price(400, 600, 1_400), preset.price(CostTerm.IOTLB));
    assertEquals("A", row(preset, CostTerm.SAVING).tag());
    assertTrue(row(preset, CostTerm.SAVING).source().contains("a second run with a larger -g"));
  }

  /** By hand: (21.2 - 0.6) us / 255 pages = 80.8 ns; 600 - 80.8 = 519. */
  @Test
  void twoGranulesShowWhatACommandSaves() {
    CostPreset preset =
        calibrated(
            false,
            "dma mapping mode: DMA_MAP_SINGLE_MODE",
            "dma mapping benchmark: threads:1 seconds:30 node:-1 dir:FROM_DEVICE granule/sg_nents: 1",
            "average map latency(us):0.5 standard deviation:0.0",
            "average unmap latency(us):0.6 standard deviation:0.0",
            "dma mapping benchmark: threads:1 seconds:30 node:-1",
            "dir:FROM_DEVICE granule/sg_nents: 256",
            "average map latency(us):9.0 standard deviation:0.5",
            "average unmap latency(us):21.2 standard deviation:0.5");
    assertEquals(new Price(600, 600, 600), preset.price(CostTerm.IOTLB));
    assertEquals(519, preset.price(CostTerm.SAVING).typ());
    assertEquals("L+D", row(preset, CostTerm.SAVING).tag());
  }

  @Test
  void whatIsNoMeasurementIsRefusedInOneLine() {
    assertRefused("no table of dmar_perf_latency", false, "hello");
    assertRefused("no table of dmar_perf_latency", false);
    assertRefused(
        "no samples of inv_iotlb",
        false,
        SAPPHIRE_RAPIDS[0],
        HEADING,
        "inv_iotlb 0 0 0 0 0 0 0 0 0 0");
    assertRefused(
        "pasted:2: a row of dmar_perf_latency", false, SAPPHIRE_RAPIDS[0], "inv_iotlb 0 1 2");
    assertRefused(
        "pasted:2: a row of dmar_perf_latency",
        false,
        SAPPHIRE_RAPIDS[0],
        "inv_iotlb 0 -1 2 0 0 0 0 0 0 0");
    assertRefused(
        "contradict each other", false, SAPPHIRE_RAPIDS[0], "inv_iotlb 0 9 0 0 0 0 0 0 1 50");
    assertRefused("no line", false, "dma mapping benchmark: threads:1 seconds:2");
    assertRefused(
        "more than 0 us",
        false,
        "dma mapping benchmark: threads:1 seconds:2",
        "average unmap latency(us):0.0 standard deviation:0.0");
    assertRefused("--guest", true, "dma mapping benchmark: threads:1 seconds:2");
  }
}
