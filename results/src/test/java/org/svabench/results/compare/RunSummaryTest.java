package org.svabench.results.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.run.ComparisonRecord;

class RunSummaryTest {
  private static final ComparisonRecord COMPARISON =
      new ComparisonRecord(
          "design", "vtd-6.6", List.of("smmu-6.6"), meanings(), "topology", "h.Empty.nothing");

  private static final double[][] SLOW = {{10, 10.1}, {10.2, 10}, {9.9, 10}};
  private static final double[][] FAST = {{15, 15.1}, {15.2, 15}, {14.9, 15}};
  private static final double[][] NOISY = {{9.9, 9.9}, {10.3, 10.3}, {9.9, 9.9}};

  @Test
  void sharingAloneIsSaidToBeANullResult() {
    String text = text(invalidation(), COMPARISON);

    assertTrue(
        text.contains(
            "vtd-6.8 (sharing alone): null result in counts, no command or wait saved; throughput"
                + " x"),
        text);
    assertTrue(line(text, "vtd-6.8").endsWith("no difference above 5 %"), text);
  }

  @Test
  void aWideIntervalIsNotPassedOffAsANullResult() {
    String text =
        text(
            List.of(
                counted("vtd-6.6", SLOW, 8, 8),
                counted("vtd-6.8", new double[][] {{8, 8}, {12, 12}, {10, 10}}, 8, 8)),
            COMPARISON);

    assertTrue(line(text, "vtd-6.8").endsWith("too wide to tell"), text);
  }

  @Test
  void batchingIsSaidToSaveWaitsAndNoCommand() {
    String text = text(invalidation(), COMPARISON);

    assertTrue(
        text.contains(
            "vtd-6.14 (sharing, per IOMMU, batched): waits 8 -> 4, no command saved; throughput"
                + " x1.50 ["),
        text);
    assertTrue(line(text, "vtd-6.14").endsWith("faster"), text);
  }

  @Test
  void everyPlaceHasATableOfItsOwn() {
    List<JmhResult> results = new ArrayList<>(invalidation());
    results.add(Results.of("i.Inv.onePage", params("vtd-6.6", "other"), "ops/us", SLOW, Map.of()));

    String text = text(results, COMPARISON);

    assertTrue(text.startsWith("spr-1s-dsa\n\nbenchmark"), text);
    assertTrue(text.contains("\n\nother\n\nbenchmark"), text);
  }

  @Test
  void latencyIsShownPerCallWithItsBatch() {
    String text = text(List.of(bind("vtd-6.6", 50), bind("vtd-6.8", 40)), COMPARISON);

    assertTrue(text.contains("bind, mean of 64"), text);
    assertTrue(text.contains("closed loop; reading the timer costs 25"), text);
    assertTrue(text.contains("x0.80"), text);
  }

  @Test
  void aMissingBaselineIsSaid() {
    String text = text(List.of(invalidation().get(1)), COMPARISON);

    assertTrue(line(text, "vtd-6.8").contains("no baseline"), text);
  }

  @Test
  void whereTheBaselineCannotRunAnotherTakesItsPart() {
    String text =
        text(
            List.of(counted("smmu-6.6", SLOW, 8, 8), counted("smmu-6.11", FAST, 8, 4)), COMPARISON);

    assertTrue(line(text, "Inv.onePage  smmu-6.6 ").contains("baseline"), text);
    assertTrue(line(text, "smmu-6.11").contains("x1.50"), text);
    assertTrue(text.contains("against smmu-6.6"), text);
  }

  @Test
  void rowsOfOneBenchmarkAreToldApartByTheParametersInWhichTheyDiffer() {
    JmhResult free = counted("vtd-6.6", SLOW, 8, 8);
    JmhResult priced = counted("vtd-6.6", FAST, 8, 8);
    free.params().put("cost", "none");
    priced.params().put("cost", "vtd-spr");
    free.params().put("batch", "64");
    priced.params().put("batch", "64");

    String text = text(List.of(free, priced), COMPARISON);

    assertTrue(text.contains("Inv.onePage, cost none     vtd-6.6"), text);
    assertTrue(text.contains("Inv.onePage, cost vtd-spr  vtd-6.6"), text);
    assertFalse(text.contains("batch"), text);
  }

  @Test
  void rowsWithoutADesignAreShownByThemselves() {
    JmhResult control =
        Results.of(
            "h.Hiccups.idle", Map.of(), "ns/op", SLOW, Map.of("gap.p50", 60.0, "gap.p99.9", 900.0));

    String text = text(List.of(control), COMPARISON);

    assertTrue(text.startsWith("not compared\n"), text);
    assertTrue(line(text, "Hiccups.idle  gap").contains(" 900 "), text);
  }

  @Test
  void theSidesOfAGroupHaveTheirOwnScores() {
    JmhResult before = group("vtd-6.6", SLOW);
    JmhResult after = group("vtd-6.8", FAST);

    String text = text(List.of(before, after), COMPARISON);

    assertTrue(
        text.lines()
            .filter(l -> l.startsWith("  binder ") && l.contains("vtd-6.8"))
            .anyMatch(l -> l.contains("x1.50")),
        text);
    assertFalse(text.contains("\n  bindUnbind "), text);
  }

  private static JmhResult group(String design, double[][] scores) {
    JmhResult group = Results.of("c.Churn.sameMm", params(design, "t"), "ns/op", SLOW, Map.of());
    group.secondary().put("binder", new JmhMetric(10, Double.NaN, "ns/op", scores));
    group.secondary().put("bindUnbind", new JmhMetric(10, Double.NaN, "ns/op", scores));
    group.secondary().put("bindUnbind.p50", new JmhMetric(10, Double.NaN, "ns/op", scores));
    return group;
  }

  @Test
  void aRateThatWasNotReachedIsWarnedOf() {
    JmhResult slow =
        Results.of(
            "i.Latency.openLoop",
            params("vtd-6.6", "t"),
            "ops/s",
            SLOW,
            Map.of("response.p50", 1.0, "rate.reached", 81.25));
    JmhResult good =
        Results.of(
            "i.Latency.openLoop",
            params("vtd-6.8", "t"),
            "ops/s",
            SLOW,
            Map.of("response.p50", 1.0, "rate.reached", 100.0));

    String text = text(List.of(slow, good), COMPARISON);

    List<String> lines = text.lines().toList();
    int doubted = lines.indexOf("  ! rate not reached: 81.3 % of the calls due were made");
    assertTrue(lines.get(doubted - 1).contains("vtd-6.6"), text);
    assertTrue(lines.get(doubted - 1).contains(" ! 10.03 "), text);
    assertEquals(1, lines.stream().filter(l -> l.startsWith("  ! ")).count(), text);
  }

  @Test
  void countsThatDisagreeCannotPassForCounts() {
    JmhResult broken =
        Results.of("i.Inv.onePage", params("vtd-6.6", "t"), "ops/us", SLOW, Map.of());
    broken
        .secondary()
        .put("commands", new JmhMetric(Double.NaN, Double.NaN, "#/op", new double[][] {{7, 8}}));

    assertTrue(text(List.of(broken), COMPARISON).contains("differs!"));
  }

  @Test
  void theHarnessOwnBytesAreTakenOff() {
    // 100 ms at 1000 ops/us are 1e8 operations: 5e-5 B/op of nothing are 5000 B an iteration.
    JmhResult empty =
        Results.of(
            "h.Empty.nothing",
            Map.of(),
            "ops/us",
            new double[][] {{1000}},
            Map.of("gc.alloc.rate.norm", 5e-5));
    // 100 ms at 100 ns are 1e6 operations, 0.005 B of the harness each.
    JmhResult clean =
        Results.of(
            "b.Bind.bind",
            params("vtd-6.6", "t"),
            "ns/op",
            new double[][] {{100}},
            Map.of("gc.alloc.rate.norm", 0.005));
    JmhResult leaking =
        Results.of(
            "b.Bind.bind",
            params("vtd-6.8", "t"),
            "ns/op",
            new double[][] {{100}},
            Map.of("gc.alloc.rate.norm", 24.005));

    String text = text(List.of(empty, clean, leaking), COMPARISON);

    assertTrue(line(text, "Bind.bind  vtd-6.6").contains(" 0.000 "), text);
    assertTrue(line(text, "Bind.bind  vtd-6.8").contains(" 24.000 "), text);
    assertTrue(text.contains("harness' own 5000 bytes per iteration"), text);
  }

  @Test
  void withoutTheGcProfilerThereIsNoColumnForBytes() {
    assertFalse(text(invalidation(), COMPARISON).contains("B/op"));
  }

  private static String text(List<JmhResult> results, ComparisonRecord comparison) {
    Field field = new Field(results, comparison);
    return RunSummary.text(field, field.doubts(null));
  }

  private static List<JmhResult> invalidation() {
    return List.of(
        counted("vtd-6.14", FAST, 8, 4),
        counted("vtd-6.8", NOISY, 8, 8),
        counted("vtd-6.6", SLOW, 8, 8));
  }

  private static JmhResult counted(
      String design, double[][] scores, double commands, double waits) {
    return Results.of(
        "i.Inv.onePage",
        params(design, "spr-1s-dsa"),
        "ops/us",
        scores,
        Map.of("commands", commands, "waits", waits, "exits", 0.0, "coveredPages", 4.0));
  }

  private static JmhResult bind(String design, double p50) {
    Map<String, Double> secondary = new LinkedHashMap<>();
    secondary.put("bind.mean-of-64.p50", p50);
    secondary.put("bind.mean-of-64.p99", p50 * 2);
    secondary.put("timer", 25.0);
    return Results.of("b.Bind.bind", params(design, "t"), "ns/op", SLOW, secondary);
  }

  private static Map<String, String> params(String design, String topology) {
    Map<String, String> params = new LinkedHashMap<>();
    params.put("topology", topology);
    params.put("design", design);
    return params;
  }

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("vtd-6.6", "per group");
    meanings.put("vtd-6.8", "sharing alone");
    meanings.put("vtd-6.14", "sharing, per IOMMU, batched");
    return meanings;
  }

  private static String line(String text, String part) {
    return text.lines().filter(l -> l.contains(part)).findFirst().orElseThrow();
  }
}
