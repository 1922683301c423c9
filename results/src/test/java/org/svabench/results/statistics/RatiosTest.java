package org.svabench.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.svabench.results.statistics.RatioInterval.Method;

class RatiosTest {
  private static final long SEED = 20261122;

  @Test
  void aSlowMinuteThatHitsBothNeighboursCancels() {
    double[] base = logs(100, 300, 90, 150);
    double[] candidate = logs(110, 330, 99, 165);

    RatioInterval ratio = Ratios.ofNeighbours(base, candidate);

    assertEquals(1.1, ratio.ratio(), 1e-12);
    assertEquals(1.1, ratio.low(), 1e-9);
    assertEquals(1.1, ratio.high(), 1e-9);
    assertEquals(4, ratio.forks());
    assertTrue(ratio.showsDifference());
  }

  @Test
  void fewPairsGetStudentsInterval() {
    // Differences -1, 0, 1: mean 0, standard error 1/sqrt(3), t(2) at 97.5 % is 4.302653.
    RatioInterval ratio = Ratios.ofNeighbours(new double[] {0, 0, 0}, new double[] {-1, 0, 1});

    assertEquals(Method.PAIRED_T, ratio.method());
    assertEquals(1, ratio.ratio(), 1e-12);
    assertEquals(Math.exp(4.302653 / Math.sqrt(3)), ratio.high(), 1e-3);
    assertEquals(1, ratio.low() * ratio.high(), 1e-9);
    assertFalse(ratio.showsDifference());
  }

  @Test
  void oneOutlierAmongManyPairsDoesNotWidenTheRankInterval() {
    double[] base = new double[10];
    double[] candidate = logs(1.10, 1.11, 1.12, 1.10, 1.11, 1.12, 1.10, 1.11, 1.12, 50);

    RatioInterval ratio = Ratios.ofNeighbours(base, candidate);

    assertEquals(Method.SIGNED_RANK, ratio.method());
    assertEquals(1.11, ratio.ratio(), 0.01);
    assertTrue(ratio.low() >= 1.10 - 1e-9 && ratio.showsDifference(), ratio::toString);
  }

  @Test
  void oneForkSaysNothingOfTheNext() {
    RatioInterval ratio = Ratios.ofNeighbours(logs(100), logs(120));

    assertEquals(1.2, ratio.ratio(), 1e-12);
    assertTrue(Double.isNaN(ratio.low()));
    assertFalse(ratio.showsDifference());
    assertEquals("x1.20", ratio.toString());
  }

  @Test
  void forksWithoutANeighbourAndForksWithoutAScoreAreLeftOut() {
    RatioInterval ratio =
        Ratios.ofNeighbours(new double[] {0, Double.NaN, 0, 0, 5}, new double[] {0.1, 7, 0.1, 0.1});

    assertEquals(3, ratio.forks());
    assertEquals(Math.exp(0.1), ratio.ratio(), 1e-12);
  }

  @Test
  void strangersPayForTheSpreadOfBothSides() {
    double[] slowAndFast = logs(90, 110, 90, 110);

    RatioInterval apart = Ratios.ofStrangers(slowAndFast, slowAndFast);

    assertEquals(Method.WELCH_T, apart.method());
    assertEquals(1, apart.ratio(), 1e-12);
    assertTrue(apart.high() > 1.1, apart::toString);
    assertEquals(1, Ratios.ofNeighbours(slowAndFast, slowAndFast).high(), 1e-12);
  }

  /** Values of R's t.test(c(1, 3, 4, 8), c(0, 1, 2)). */
  @Test
  void theIntervalOfStrangersIsWelchs() {
    RatioInterval ratio = Ratios.ofStrangers(new double[] {0, 1, 2}, new double[] {1, 3, 4, 8});

    assertEquals(3, Math.log(ratio.ratio()), 1e-12);
    assertEquals(-1.454817154, Math.log(ratio.low()), 1e-6);
    assertEquals(7.454817154, Math.log(ratio.high()), 1e-6);
    assertEquals(3, ratio.forks());
  }

  @Test
  void strangersOfWhichOneSideHasASingleForkGetNoInterval() {
    RatioInterval ratio = Ratios.ofStrangers(logs(10, 10, Double.NaN), logs(12, Double.NaN));

    assertEquals(1.2, ratio.ratio(), 1e-12);
    assertTrue(Double.isNaN(ratio.low()) && Double.isNaN(ratio.high()), ratio::toString);
    assertEquals(1, ratio.forks());
    assertEquals(Method.NONE, ratio.method());
  }

  @Test
  void withoutAnyPairThereIsNotEvenARatio() {
    RatioInterval ratio = Ratios.ofNeighbours(logs(10), logs(Double.NaN));

    assertTrue(Double.isNaN(ratio.ratio()), ratio::toString);
    assertEquals(0, ratio.forks());
  }

  /** Six pairs are the fewest whose extremes are an interval of 95 %. */
  @Test
  void theIntervalOfSixPairsReachesFromTheLeastToTheLargest() {
    RatioInterval ratio = Ratios.ofNeighbours(new double[6], new double[] {1, 2, 3, 4, 5, 60});

    assertEquals(Method.SIGNED_RANK, ratio.method());
    assertEquals(1, Math.log(ratio.low()), 1e-12);
    assertEquals(60, Math.log(ratio.high()), 1e-9);
  }

  @Test
  void exactSidesThatAgreeHaveAnIntervalOfNoWidth() {
    RatioInterval ratio = Ratios.ofStrangers(logs(8, 8), logs(8, 8, 8));

    assertEquals(1, ratio.low());
    assertEquals(1, ratio.high());
  }

  @Test
  void theIntervalCoversTheTruthAboutAsOftenAsItSays() {
    Random random = new Random(SEED);
    for (int forks : new int[] {2, 4, 5, 6, 12}) {
      int covered = 0;
      int runs = 4000;
      for (int run = 0; run < runs; run++) {
        double[] base = random.doubles(forks).map(Math::log).toArray();
        double[] candidate = new double[forks];
        Arrays.setAll(candidate, i -> base[i] + 0.05 + 0.1 * random.nextGaussian());
        RatioInterval ratio = Ratios.ofNeighbours(base, candidate);
        if (ratio.low() <= Math.exp(0.05) && Math.exp(0.05) <= ratio.high()) {
          covered++;
        }
      }
      double share = covered / (double) runs;
      // Ranks are discrete, so their interval covers a little more than it says.
      assertTrue(share > 0.935 && share < 0.98, forks + " forks: " + share + ", seed " + SEED);
    }
  }

  private static double[] logs(double... scores) {
    return Arrays.stream(scores).map(Math::log).toArray();
  }
}
