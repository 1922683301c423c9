package org.svabench.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ForkSummaryTest {
  private static final double[] WINDOWS = {10, 11, 12, 13, 14, 15, 16, 17, 18, 90};

  @Test
  void theGoodWindowsOfATimeAreTheShortOnes() {
    assertEquals(10.1, summary(Direction.SMALLER_IS_BETTER), 0.1);
  }

  @Test
  void theGoodWindowsOfAThroughputAreTheHighOnes() {
    assertTrue(summary(Direction.BIGGER_IS_BETTER) >= 18);
  }

  @Test
  void aForkWithoutAPositiveScoreHasNoSummary() {
    double[] logs =
        ForkSummary.logOf(
            new double[][] {{}, {0, Double.NaN}, {Double.POSITIVE_INFINITY, 4}, {1e300}},
            Direction.SMALLER_IS_BETTER);

    assertTrue(Double.isNaN(logs[0]));
    assertTrue(Double.isNaN(logs[1]));
    assertEquals(Math.log(4), logs[2]);
    assertTrue(Double.isNaN(logs[3]));
  }

  @Test
  void theUnitTellsWhichWayIsBetter() {
    assertEquals(Direction.BIGGER_IS_BETTER, Direction.of("ops/us"));
    assertEquals(Direction.SMALLER_IS_BETTER, Direction.of("ns/op"));
    assertEquals(Direction.SMALLER_IS_BETTER, Direction.of("B/op"));
  }

  private static double summary(Direction direction) {
    return Math.exp(ForkSummary.logOf(new double[][] {WINDOWS}, direction)[0]);
  }
}
