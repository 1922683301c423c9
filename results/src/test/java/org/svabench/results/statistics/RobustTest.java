package org.svabench.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RobustTest {
  private static final double[] VALUES = {1, 2, 3, 4, 500};

  @Test
  void aWildValueDoesNotMoveTheDeviation() {
    assertEquals(1.4826, Robust.deviation(VALUES), 1e-12);
  }

  @Test
  void theErrorOfAMedianFollowsTheDeviation() {
    assertEquals(1.2533 * 1.4826 / Math.sqrt(5), Robust.errorOfMedian(VALUES), 1e-12);
  }
}
