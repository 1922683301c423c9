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
  void oneStrayForkIsNoMode() {
    assertEquals(Optional.empty(), Modes.of(pairs(levels(1, 0.3), levels(0, 0)), Arm.BASELINE));
  }
}
