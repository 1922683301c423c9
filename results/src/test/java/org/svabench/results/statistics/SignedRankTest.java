package org.svabench.results.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignedRankTest {
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

  private static void assertBoundsCutOff(int n, int kth) {
    double[] values = IntStream.range(0, n).mapToDouble(i -> Math.pow(3, i)).toArray();
    double[] walsh =
        IntStream.range(0, n)
            .mapToObj(
                i -> IntStream.rangeClosed(0, i).mapToDouble(j -> (values[i] + values[j]) / 2))
            .flatMapToDouble(s -> s)
            .sorted()
            .toArray();
    SignedRank ranks = SignedRank.of(values);
    assertArrayEquals(
        new double[] {walsh[kth - 1], walsh[walsh.length - kth]},
        new double[] {ranks.lower(0.025), ranks.upper(0.025)},
        () -> "n = " + n + " in " + Arrays.toString(walsh));
  }
}
