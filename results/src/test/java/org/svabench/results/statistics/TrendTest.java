package org.svabench.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrendTest {
  @Test
  void theStatisticIsThatOfMannAndKendall() {
    // All 10 pairs of 5 falling values agree; the variance of their sum is 5 * 4 * 15 / 18.
    assertEquals(10 / Math.sqrt(300 / 18.0), Trend.fall(new double[][] {{5, 4, 3, 2, 1}}), 1e-12);
    assertEquals(-10 / Math.sqrt(300 / 18.0), Trend.fall(new double[][] {{1, 2, 3, 4, 5}}), 1e-12);
    assertEquals(0, Trend.fall(new double[][] {{1, 1, 1}}));
  }

  @Test
  void seriesAddUpAndShortOnesSayNothing() {
    double one = Trend.fall(new double[][] {{3, 2, 1}});

    assertEquals(2 * one / Math.sqrt(2), Trend.fall(new double[][] {{3, 2, 1}, {9, 5, 4}}), 1e-12);
    assertEquals(one, Trend.fall(new double[][] {{3, 2, 1}, {7}, {}}), 1e-12);
    assertEquals(0, Trend.fall(new double[][] {{7}, {}}));
  }

  @Test
  void noiseAloneExceedsTheOnePerCentPointInAboutOneOfAHundred() {
    Random random = new Random(11);
    int beyond = 0;
    for (int i = 0; i < 5_000; i++) {
      double[][] series = new double[4][8];
      for (double[] values : series) {
        for (int j = 0; j < values.length; j++) {
          values[j] = random.nextGaussian();
        }
      }
      beyond += Trend.fall(series) > 2.33 ? 1 : 0;
    }
    assertTrue(beyond > 20 && beyond < 90, beyond + " of 5000");
  }
}
