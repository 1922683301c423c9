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
