package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.svabench.results.gate.record.Arm;

class ModesTest {
  private static List<PairDifference> pairs(double[] baseline, double[] candidate) {
    List<PairDifference> all = new ArrayList<>();
    for (int i = 0; i < baseline.length; i++) {
      all.add(
          new PairDifference(
              Arm.BASELINE,
              Map.of(Metric.TYPICAL, candidate[i] - baseline[i]),
              Map.of(Arm.BASELINE, baseline[i], Arm.CANDIDATE, candidate[i])));
    }
    return all;
  }

  private static double[] levels(int slow, double gap) {
    double[] levels = new double[12];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = 0.001 * i + (i < slow ? gap : 0);
    }
    return levels;
  }

  @Test
  void aBuildOfTwoSpeedsIsNamedWithItsShare() {
    Optional<String> found = Modes.of(pairs(levels(4, 0.3), levels(0, 0)), Arm.BASELINE);

    assertTrue(found.orElse("").startsWith("BIMODAL: 4 of 12 forks of the baseline"), "" + found);
    assertTrue(found.orElse("").contains("and 0 of the candidate"), "" + found);
  }

  @Test
  void oneSpeedIsNotNamed() {
    assertEquals(Optional.empty(), Modes.of(pairs(levels(0, 0), levels(0, 0)), Arm.BASELINE));
  }

  @Test
  void aSlowMinuteThatHitBothArmsIsNoMode() {
    assertEquals(Optional.empty(), Modes.of(pairs(levels(4, 0.3), levels(4, 0.3)), Arm.BASELINE));
  }

  @Test
  void theSentenceSaysHowFarTheTwoAreApartAndWhatTheOtherSideDid() {
    double[] candidate = levels(0, 0);
    candidate[11] += 0.3;
    String found = Modes.of(pairs(levels(4, Math.log(1.5)), candidate), Arm.BASELINE).orElse("");

    assertTrue(found.contains("ran 49% slower than its others, and 1 of the candidate"), found);
    assertTrue(found.contains("(shares differ with p = 0.32); in the 7 pairs"), found);
  }

  @Test
  void theDifferenceBetweenForksOfTheCommonerSpeedIsToldApart() {
    double[] candidate = levels(0, 0);
    for (int i = 0; i < candidate.length; i++) {
      candidate[i] += 0.02;
    }
    String fast = Modes.of(pairs(levels(4, 0.3), candidate), Arm.BASELINE).orElse("");
    assertTrue(fast.endsWith("; in the 8 pairs of two fast forks the candidate took +2.0%"), fast);
  }

  @Test
  void theCommonerSpeedMayBeTheSlowOne() {
    double[] baseline = new double[12];
    double[] candidate = new double[12];
    for (int i = 0; i < 12; i++) {
      baseline[i] = 0.001 * i + (i >= 4 ? 0.3 : 0);
      candidate[i] = 0.001 * i + 0.3;
    }
    String found = Modes.of(pairs(baseline, candidate), Arm.BASELINE).orElse("");

    assertTrue(
        found.endsWith("; in the 8 pairs of two slow forks the candidate took +0.0%"), found);
  }

  @Test
  void twoPairsAlikeAreTooFewToCompare() {
    double[] baseline = {0.3, 0.3, 0, 0, 0, 0, 0, 0, 0, 0};
    double[] candidate = {0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3};
    String found = Modes.of(pairs(baseline, candidate), Arm.BASELINE).orElse("");

    assertTrue(found.startsWith("BIMODAL: 2 of 10"), found);
    assertTrue(found.endsWith(")"), found);
  }

  @Test
  void tenForksAreTheFewestAndAFifthOfThemTheLeastShare() {
    double[] ten = {0, 0, 0, 0, 0, 0, 0, 0, 0.3, 0.3};
    assertEquals(8, Modes.split(ten));
    assertEquals(0, Modes.split(java.util.Arrays.copyOfRange(ten, 1, 10)), "nine are too few");
    assertEquals(2, Modes.split(new double[] {0, 0, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3}));
    assertEquals(0, Modes.split(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0.3}));
  }

  @Test
  void aGapMustBeWideAgainstTheSpreadOnEitherSideOfIt() {
    assertEquals(0, Modes.split(new double[] {0, 0, 0, 0, 0, 0.02, 0.02, 0.02, 0.02, 0.02}));
    double[] spread = {0, 0.01, 0.02, 0.03, 0.04, 0.08, 0.09, 0.10, 0.11, 0.12};
    assertEquals(0, Modes.split(spread));
    spread = new double[] {0, 0.01, 0.02, 0.03, 0.04, 0.10, 0.10, 0.10, 0.10, 0.10};
    assertEquals(5, Modes.split(spread));
  }

  @Test
  void oneStrayForkIsNoMode() {
    assertEquals(Optional.empty(), Modes.of(pairs(levels(1, 0.3), levels(0, 0)), Arm.BASELINE));
  }
}
