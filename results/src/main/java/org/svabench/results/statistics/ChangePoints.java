package org.svabench.results.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Where a series changed its distribution: E-divisive, hierarchical division by the energy distance
 * with a permutation test (Matteson, James, "A Nonparametric Approach for Multiple Change Point
 * Analysis of Multivariate Data", JASA 109, 2014; used on benchmark histories by Daly et al., ICPE
 * 2020). It assumes no distribution, only that without a change the order of the values means
 * nothing: a machine that drifts breaks that, and its drift is then reported as a change.
 *
 * <p>The chance that a series without a change gets any mark is at most the significance, however
 * long the series is. Short series cannot reach a small p and get no mark.
 */
public final class ChangePoints {
  /** Fewest values on either side of a change. */
  static final int SHORTEST = 3;

  /** Permutations above which p would get no finer in reasonable time. */
  private static final int MOST_PERMUTATIONS = 20_000;

  private final double significance;
  private final int permutations;
  private final Random random;

  /**
   * A detector.
   *
   * @param significance chance of any mark in a series without a change, above 0
   * @param seed of the permutations: the same series gives the same marks
   */
  public ChangePoints(double significance, long seed) {
    this.significance = significance;
    this.permutations = (int) Math.min(MOST_PERMUTATIONS, Math.ceil(10 / significance));
    this.random = new Random(seed);
  }

  /**
   * A change.
   *
   * @param index of the first value after it
   * @param p of the permutation test
   */
  public record Change(int index, double p) {}

  /** The best division of a segment. */
  private record Division(int at, double statistic) {}

  /**
   * Finds changes.
   *
   * @param series finite values in the order of time; not changed
   * @return in the order of time
   */
  public List<Change> of(double[] series) {
    List<Integer> borders = new ArrayList<>(List.of(0, series.length));
    List<Change> changes = new ArrayList<>();
    while (true) {
      Division best = best(series, borders);
      if (best == null) {
        break;
      }
      double p = p(series, borders, best.statistic());
      if (p > significance) {
        break;
      }
      changes.add(new Change(best.at(), p));
      borders.add(best.at());
      Collections.sort(borders);
    }
    changes.sort(java.util.Comparator.comparingInt(Change::index));
    return changes;
  }

  /** Values move freely within the segments found so far, never across their borders. */
  private double p(double[] series, List<Integer> borders, double statistic) {
    double[] shuffled = series.clone();
    int reached = 0;
    for (int i = 0; i < permutations; i++) {
      for (int s = 0; s + 1 < borders.size(); s++) {
        shuffle(shuffled, borders.get(s), borders.get(s + 1));
      }
      Division best = best(shuffled, borders);
      if (best != null && best.statistic() >= statistic) {
        reached++;
        if (reached >= significance * (permutations + 1)) {
          return 1; // it can no longer be significant
        }
      }
    }
    return (reached + 1) / (double) (permutations + 1);
  }

  private void shuffle(double[] values, int from, int to) {
    for (int i = to - 1; i > from; i--) {
      int other = from + random.nextInt(i - from + 1);
      double value = values[i];
      values[i] = values[other];
      values[other] = value;
    }
  }

  private static Division best(double[] series, List<Integer> borders) {
    Division best = null;
    for (int s = 0; s + 1 < borders.size(); s++) {
      Division here = best(series, borders.get(s), borders.get(s + 1));
      if (here != null && (best == null || here.statistic() > best.statistic())) {
        best = here;
      }
    }
    return best;
  }

  /** Energy distance between both sides, scaled, for every division; sums move value by value. */
  private static Division best(double[] x, int from, int to) {
    double left = 0;
    double right = 0;
    double across = 0;
    for (int i = from; i < to; i++) {
      for (int j = from; j < i; j++) {
        right += Math.abs(x[i] - x[j]);
      }
    }
    Division best = null;
    for (int at = from + 1; to - at >= SHORTEST; at++) {
      double toLeft = 0;
      double toRight = 0;
      for (int i = from; i < to; i++) {
        double distance = Math.abs(x[at - 1] - x[i]);
        if (i < at - 1) {
          toLeft += distance;
        } else {
          toRight += distance;
        }
      }
      left += toLeft;
      right -= toRight;
      across += toRight - toLeft;
      int n = at - from;
      int m = to - at;
      if (n < SHORTEST) {
        continue;
      }
      double energy =
          2 * across / ((double) n * m) - 2 * left / (n * (n - 1.0)) - 2 * right / (m * (m - 1.0));
      double statistic = energy * n * m / (n + m);
      if (best == null || statistic > best.statistic()) {
        best = new Division(at, statistic);
      }
    }
    return best;
  }
}
