package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class SpendingTest {
  private static final long SEED = 20261127;
  private static final int RUNS = Integer.getInteger("svabench.simulated.runs", 4000) * 50;
  private static final int[] LOOKS = {10, 15, 20, 25, 30};
  private static final NormalDistribution NORMAL = new NormalDistribution();

  @Test
  void theWholeAllowanceIsSpentAtTheLastLook() {
    assertEquals(1, Spending.pocock(1), 1e-15);
    assertEquals(0, Spending.pocock(0), 1e-15);
  }

  @Test
  void aSingleLookHasTheWholeAllowance() {
    assertEquals(0.05, Spending.levels(0.05, new int[] {20})[0], 1e-6);
  }

  /** Critical values of five equal looks at 2.5 %, as published for spending of Pocock's type. */
  @Test
  void fiveEqualLooksHaveThePublishedCriticalValues() {
    double[] published = {2.438, 2.427, 2.410, 2.397, 2.386};

    double[] levels = Spending.levels(0.025, new int[] {6, 12, 18, 24, 30});

    for (int k = 0; k < published.length; k++) {
      assertEquals(
          published[k], NORMAL.inverseCumulativeProbability(1 - levels[k]), 0.002, "look " + k);
    }
  }

  @Test
  void theFirstLookSpendsWhatTheFunctionSays() {
    assertEquals(0.05 * Spending.pocock(1 / 3.0), Spending.levels(0.05, LOOKS)[0], 1e-6);
  }

  /** Random walks against the boundaries: how many cross any of them. */
  @Test
  void allLooksTogetherErrAsOftenAsAllowed() {
    double alpha = 0.05;
    double[] levels = Spending.levels(alpha, LOOKS);
    double[] boundary = new double[LOOKS.length];
    for (int k = 0; k < LOOKS.length; k++) {
      boundary[k] = NORMAL.inverseCumulativeProbability(1 - levels[k]) * Math.sqrt(LOOKS[k]);
    }
    Random random = new Random(SEED);
    int crossed = 0;
    for (int run = 0; run < RUNS; run++) {
      double sum = 0;
      int pairs = 0;
      for (int k = 0; k < LOOKS.length; k++) {
        sum += Math.sqrt(LOOKS[k] - pairs) * random.nextGaussian();
        pairs = LOOKS[k];
        if (sum > boundary[k]) {
          crossed++;
          break;
        }
      }
    }
    double share = crossed / (double) RUNS;
    assertTrue(
        Math.abs(share - alpha) < 4 * Math.sqrt(alpha / RUNS), share + " crossed, seed " + SEED);
  }
}
