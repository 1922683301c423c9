package org.svabench.results.gate.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FisherTest {
  private static final long SEED = 20261127;

  /** Fisher's own table of twins: 10 of 13 against 2 of 17, one-sided 0.000465. */
  @Test
  void theConvictionsOfTwinsGiveFishersOwnFigure() {
    assertEquals(0.000537, Fisher.exact(10, 13, 2, 17), 2e-6);
  }

  @Test
  void equalSharesAreNoSurprise() {
    assertEquals(1, Fisher.exact(3, 10, 3, 10), 1e-12);
    assertEquals(1, Fisher.exact(0, 10, 0, 10), 1e-12);
  }

  @Test
  void twoUniformValuesJoinedAreUniformAgain() {
    Random random = new Random(SEED);
    int below = 0;
    int runs = 100_000;
    for (int run = 0; run < runs; run++) {
      below += Fisher.joined(random.nextDouble(), random.nextDouble()) <= 0.05 ? 1 : 0;
    }
    assertEquals(0.05, below / (double) runs, 0.003, "seed " + SEED);
  }
}
