package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.Shape;

class FindingsTest {
  /** So many pairs of either order, spread by a thousandth around these ratios. */
  private static Findings of(int pairs, double baselineFirst, double candidateFirst) {
    List<PairDifference> differences = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      double spread = 0.001 * (i % 3 - 1);
      for (Arm first : Arm.values()) {
        double ratio = first == Arm.BASELINE ? baselineFirst : candidateFirst;
        differences.add(
            new PairDifference(
                first,
                Map.of(Metric.TYPICAL, Math.log(ratio) + spread),
                Map.of(Arm.BASELINE, 7.0, Arm.CANDIDATE, 7.0)));
      }
    }
    return new Findings(differences, List.of());
  }

  @Test
  void ordersThatDisagreeAreNamedEachWithItsOwnDifference() {
    Findings findings = of(6, 1.2, 0.9);

    assertEquals(
        List.of(
            "ORDER-EFFECT: +20.0% when the baseline goes first, -10.0% when the candidate does"),
        findings.all());
    assertTrue(findings.orderDecides());
  }

  @Test
  void anOrderThatOnlyChangesHowMuchDecidesNothing() {
    Findings findings = of(6, 1.1, 1.3);

    assertEquals(1, findings.all().size());
    assertFalse(findings.orderDecides());
  }

  @Test
  void ordersThatAgreeOrHaveTooFewPairsAreNotNamed() {
    assertEquals(List.of(), of(6, 1.1, 1.1005).all());
    assertEquals(List.of(), of(3, 1.2, 0.9).all());
    assertEquals(1, of(4, 1.2, 0.9).all().size());
  }

  @Test
  void theLastCrashIsTold() {
    assertEquals(
        List.of("replaced after a crash: boom"),
        new Findings(List.of(), List.of("bang", "boom")).all());
  }

  /** 100 ms at 1000 operations a microsecond: 5e-5 bytes of each are 5000 an iteration. */
  @Test
  void theHarnessOwnBytesAreThoseOfABenchmarkThatDoesNothing() {
    Shape shape = new Shape(10, 10, 100);

    assertEquals(
        5000,
        HarnessBytes.of(
            Pairs.with(Pairs.fork("ops/us", i -> 1000), "gc.alloc.rate.norm", 5e-5), shape),
        1e-6);
    assertEquals(0, HarnessBytes.of(Pairs.fork("ops/us", i -> 1000), shape));
  }
}
