package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HolmTest {
  private static final long SEED = 20261127;

  @Test
  void theSmallestIsMultipliedMostAndNoneFallsBelowTheOneBefore() {
    assertArrayEquals(
        new double[] {0.03, 0.06, 0.06, 0.02},
        Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}),
        1e-12);
  }

  @Test
  void nothingIsAboveOne() {
    assertArrayEquals(new double[] {1, 1}, Holm.adjusted(new double[] {0.9, 0.7}), 0);
  }

  /** Holm's own definition, step by step: reject while p(i) <= alpha / (m - i + 1). */
  @Test
  void adjustedValuesRejectWhatTheStepwiseProcedureRejects() {
    Random random = new Random(SEED);
    for (int run = 0; run < 500; run++) {
      double[] p = random.doubles(1 + random.nextInt(12)).map(u -> u * u * u).toArray();
      double[] sorted = Arrays.stream(p).sorted().toArray();
      int rejected = 0;
      while (rejected < p.length && sorted[rejected] <= 0.05 / (p.length - rejected)) {
        rejected++;
      }
      double border = rejected == 0 ? -1 : sorted[rejected - 1];
      double[] adjusted = Holm.adjusted(p);
      for (int i = 0; i < p.length; i++) {
        assertTrue((p[i] <= border) == (adjusted[i] <= 0.05), "run " + run + ", seed " + SEED);
      }
    }
  }
}
