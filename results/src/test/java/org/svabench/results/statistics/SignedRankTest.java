package org.svabench.results.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignedRankTest {
  private static final long SEED = 20261127;

  @Test
  void sixValuesAreTheFewestForNinetyFivePercent() {
    assertEquals(6, SignedRank.fewest(0.95));
    assertEquals(8, SignedRank.fewest(0.99));
  }

  /** Two-sided 5 % critical values of the signed-rank table: 0 at n = 6, 8 at 10, 52 at 20. */
  @Test
  void theBoundsAreThoseOfThePublishedTable() {
    assertBoundsCutOff(6, 1);
    assertBoundsCutOff(10, 9);
    assertBoundsCutOff(20, 53);
  }

  @Test
  void theEstimateIsTheMedianOfTheWalshAverages() {
    double[] values = {1, 2, 3, 4, 5, 100};

    // 21 averages, the 11th of them in order.
    assertEquals(3.5, SignedRank.of(values).estimate());
  }

  @Test
  void theMedianOfAnEvenNumberOfAveragesLiesBetweenTheMiddleTwo() {
    // 1, 1.5, 2, 5.5, 6, 10
    assertEquals(3.75, SignedRank.of(new double[] {1, 2, 10}).estimate());
  }

  @Test
  void aCentreAboveAllValuesIsNotRejectedAtAll() {
    assertEquals(1, SignedRank.of(new double[] {1, 2, 10}).pAbove(11), 1e-12);
    assertEquals(1, SignedRank.of(new double[] {1, 2, 10}).pAbove(10), 1e-12);
    assertEquals(0.125, SignedRank.of(new double[] {1, 2, 10}).pAbove(0.9), 1e-12);
  }

  @Test
  void aTailMayBeUsedUpToItsLastBit() {
    SignedRank ranks = SignedRank.of(new double[] {1, 2, 10});

    assertEquals(1, ranks.lower(0.125));
    assertEquals(Double.NEGATIVE_INFINITY, ranks.lower(Math.nextDown(0.125)));
  }

  @Test
  void aTailOfEverythingCutsAllAverages() {
    SignedRank ranks = SignedRank.of(new double[] {1, 2, 10});

    assertEquals(10, ranks.lower(1));
    assertEquals(1, ranks.upper(1));
  }

  /** All signs of ranks 1 to n, each as likely as any other. */
  @Test
  void theBoundsAreThoseThatEnumerationOfAllSignsGives() {
    for (int n = 1; n <= 12; n++) {
      double[] chances = enumerated(n);
      double[] values = IntStream.range(0, n).mapToDouble(i -> Math.pow(3, i)).toArray();
      SignedRank ranks = SignedRank.of(values);
      double[] walsh = walsh(values);
      for (double tail : new double[] {0.2, 0.05, 0.025, 0.0226, 0.005, 0.00226, 0.0005}) {
        int cut = 0;
        double below = chances[0];
        while (below <= tail) {
          below += chances[++cut];
        }
        String where = "n = " + n + ", tail " + tail;
        assertEquals(
            cut == 0 ? Double.NEGATIVE_INFINITY : walsh[cut - 1], ranks.lower(tail), where);
        assertEquals(
            cut == 0 ? Double.POSITIVE_INFINITY : walsh[walsh.length - cut],
            ranks.upper(tail),
            where);
      }
    }
  }

  /** The sign-flip test of the rank sum, all 2^n flips. */
  @Test
  void theChanceAboveAValueIsThatOfAllFlips() {
    Random random = new Random(SEED);
    for (int n = 1; n <= 10; n++) {
      double[] values = random.doubles(n, -0.5, 1).toArray();
      double[] chances = enumerated(n);
      int sum = positiveRankSum(values);
      double expected = 0;
      for (int s = sum; s < chances.length; s++) {
        expected += chances[s];
      }
      assertEquals(expected, SignedRank.of(values).pAbove(0), 1e-12, "n = " + n + ", seed " + SEED);
    }
  }

  @Test
  void testAndBoundAgreeAtEveryLevel() {
    Random random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      double[] values = random.doubles(6 + run % 20, -0.4, 1).toArray();
      SignedRank ranks = SignedRank.of(values);
      double level = 0.001 + 0.2 * random.nextDouble();
      assertEquals(
          ranks.lower(level) > 0, ranks.pAbove(0) <= level, "run " + run + ", seed " + SEED);
    }
  }

  private static double[] enumerated(int n) {
    double[] chances = new double[n * (n + 1) / 2 + 1];
    for (int signs = 0; signs < 1 << n; signs++) {
      int sum = 0;
      for (int rank = 1; rank <= n; rank++) {
        sum += (signs >> rank - 1 & 1) * rank;
      }
      chances[sum] += Math.pow(0.5, n);
    }
    return chances;
  }

  private static int positiveRankSum(double[] values) {
    Double[] bySize = Arrays.stream(values).boxed().toArray(Double[]::new);
    Arrays.sort(bySize, Comparator.comparingDouble(Math::abs));
    int sum = 0;
    for (int i = 0; i < bySize.length; i++) {
      sum += bySize[i] > 0 ? i + 1 : 0;
    }
    return sum;
  }

  private static double[] walsh(double[] values) {
    return IntStream.range(0, values.length)
        .mapToObj(i -> IntStream.rangeClosed(0, i).mapToDouble(j -> (values[i] + values[j]) / 2))
        .flatMapToDouble(s -> s)
        .sorted()
        .toArray();
  }

  private static void assertBoundsCutOff(int n, int kth) {
    double[] values = IntStream.range(0, n).mapToDouble(i -> Math.pow(3, i)).toArray();
    double[] walsh = walsh(values);
    SignedRank ranks = SignedRank.of(values);
    assertArrayEquals(
        new double[] {walsh[kth - 1], walsh[walsh.length - kth]},
        new double[] {ranks.lower(0.025), ranks.upper(0.025)},
        () -> "n = " + n + " in " + Arrays.toString(walsh));
  }
}
