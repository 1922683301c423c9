package org.svabench.results.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.svabench.results.statistics.ChangePoints.Change;

class ChangePointsTest {
  private static final long SEED = 20261127;

  @Test
  void aStepIsFoundWhereItIs() {
    double[] series = noise(30, 0.02, 1);
    shift(series, 17, 0.08);

    List<Change> changes = new ChangePoints(0.01, SEED).of(series);
    assertEquals(1, changes.size(), changes.toString());
    assertEquals(17, changes.get(0).index(), 1);
    assertTrue(changes.get(0).p() <= 0.01);
  }

  @Test
  void severalStepsAreFoundInOrder() {
    double[] series = noise(60, 0.02, 2);
    shift(series, 20, 0.10);
    shift(series, 40, -0.15);

    List<Change> changes = new ChangePoints(0.01, SEED).of(series);
    assertEquals(2, changes.size(), changes.toString());
    assertEquals(20, changes.get(0).index(), 1);
    assertEquals(40, changes.get(1).index(), 1);
  }

  @Test
  void aChangeOfSpreadAloneIsAChangeToo() {
    double[] series = noise(80, 0.005, 3);
    double[] wild = noise(40, 0.10, 4);
    System.arraycopy(wild, 0, series, 40, 40);

    List<Change> changes = new ChangePoints(0.01, SEED).of(series);
    assertEquals(1, changes.size(), changes.toString());
    assertEquals(40, changes.get(0).index(), 6);
  }

  @Test
  void oneWildRunIsNoChange() {
    double[] series = noise(30, 0.02, 5);
    series[15] += 1;

    assertEquals(List.of(), new ChangePoints(0.01, SEED).of(series));
  }

  @Test
  void pureNoiseIsMarkedNoMoreOftenThanPromised() {
    int marked = 0;
    for (int i = 0; i < 400; i++) {
      double[] series = noise(12 + i % 20, 0.05, 1000 + i);
      if (i % 2 == 1) {
        heavyTails(series);
      }
      marked += new ChangePoints(0.05, SEED + i).of(series).isEmpty() ? 0 : 1;
    }
    // At 5 % 20 of 400 are expected; 35 or more would be a 1 in 1,000 accident.
    assertTrue(marked < 35, marked + " of 400 noise series marked");
    assertTrue(marked > 5, marked + " of 400: the test has lost its power");
  }

  @Test
  void aHistoryTooShortToTellIsNotMarked() {
    assertEquals(List.of(), new ChangePoints(0.01, SEED).of(new double[] {1, 1, 1, 2, 2, 2}));
    assertEquals(List.of(), new ChangePoints(0.01, SEED).of(new double[] {1, 2}));
    assertEquals(List.of(), new ChangePoints(0.01, SEED).of(new double[0]));
  }

  @Test
  void theSameSeriesGivesTheSameMarksAndStaysAsItIs() {
    double[] series = noise(40, 0.02, 6);
    shift(series, 22, 0.05);
    double[] before = series.clone();

    assertEquals(new ChangePoints(0.01, SEED).of(series), new ChangePoints(0.01, SEED).of(series));
    assertTrue(Arrays.equals(before, series));
  }

  /** Six to eight values can be divided once, and at this level every division is a change. */
  @Test
  void aDivisionIsWhereTheEnergyDistanceIsGreatest() {
    for (int run = 0; run < 60; run++) {
      double[] series = noise(6 + run % 3, 0.05, SEED + run);

      List<Change> changes = new ChangePoints(1, SEED).of(series);
      assertEquals(1, changes.size(), "run " + run + ", seed " + SEED);
      assertEquals(furthestApart(series), changes.get(0).index(), "run " + run + ", seed " + SEED);
    }
  }

  @Test
  void noMoreThanThreeValuesOnEitherSideAreAskedFor() {
    assertEquals(3, only(new ChangePoints(1, SEED).of(new double[] {1, 1, 1, 9, 9, 9, 9})).index());
    assertEquals(4, only(new ChangePoints(1, SEED).of(new double[] {1, 1, 1, 1, 9, 9, 9})).index());
    assertEquals(List.of(), new ChangePoints(1, SEED).of(new double[] {1, 1, 9, 9, 9}));
  }

  @Test
  void ofEquallyGoodDivisionsTheFirstCountsAndEveryPermutationReachesIt() {
    assertEquals(List.of(new Change(3, 1)), new ChangePoints(1, SEED).of(new double[7]));
  }

  /** So clear a step is reached by no permutation, and p is as small as their number allows. */
  @Test
  void permutationsAreTenTimesWhatTheSignificanceTakesButBounded() {
    double[] series = noise(24, 0.02, 7);
    shift(series, 12, 1);

    assertEquals(1 / 501.0, only(new ChangePoints(0.02, SEED).of(series)).p(), 1e-15);
    assertEquals(1 / 20_001.0, only(new ChangePoints(1e-4, SEED).of(series)).p(), 1e-15);
  }

  /** Two of the twenty ways to choose three of six values are as far apart as these. */
  @Test
  void pIsTheShareOfPermutationsThatReachTheStatistic() {
    double sum = 0;
    for (int seed = 0; seed < 40; seed++) {
      double p = only(new ChangePoints(0.4, SEED + seed).of(new double[] {1, 1, 1, 9, 9, 9})).p();
      assertEquals(Math.rint(p * 26), p * 26, 1e-9);
      sum += p;
    }
    // 25 permutations, each with a chance of 0.1, and one more that is the series itself.
    assertEquals(3.5 / 26, sum / 40, 0.03, "seed " + SEED);
  }

  private static Change only(List<Change> changes) {
    assertEquals(1, changes.size(), changes.toString());
    return changes.get(0);
  }

  /** The first value behind the best division, straight from the definition. */
  private static int furthestApart(double[] x) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int at = ChangePoints.SHORTEST; at <= x.length - ChangePoints.SHORTEST; at++) {
      double[] left = Arrays.copyOfRange(x, 0, at);
      double[] right = Arrays.copyOfRange(x, at, x.length);
      double n = left.length;
      double m = right.length;
      double energy =
          2 * distances(left, right) / (n * m)
              - distances(left, left) / (n * (n - 1))
              - distances(right, right) / (m * (m - 1));
      if (energy * n * m / (n + m) > most) {
        most = energy * n * m / (n + m);
        best = at;
      }
    }
    return best;
  }

  private static double distances(double[] a, double[] b) {
    return Arrays.stream(a).map(x -> Arrays.stream(b).map(y -> Math.abs(x - y)).sum()).sum();
  }

  private static double[] noise(int length, double spread, long seed) {
    Random random = new Random(seed);
    double[] series = new double[length];
    Arrays.setAll(series, i -> 4 + spread * random.nextGaussian());
    return series;
  }

  private static void heavyTails(double[] series) {
    for (int i = 0; i < series.length; i++) {
      double d = series[i] - 4;
      series[i] = 4 + d * d * d * 400;
    }
  }

  private static void shift(double[] series, int from, double by) {
    for (int i = from; i < series.length; i++) {
      series[i] += by;
    }
  }
}
