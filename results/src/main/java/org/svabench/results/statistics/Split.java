package org.svabench.results.statistics;

import java.util.Arrays;

/** Whether values fall into two groups with a gap between them. */
public final class Split {
  /** Of many values each group must have this share; of a few, one value makes a group. */
  private static final double LEAST_SHARE = 0.2;

  private static final int MANY = 10;
  private static final double GAP = 3;

  private Split() {}

  /**
   * Looks for the widest gap that is wide against what is on either side of it.
   *
   * @param sorted ascending
   * @param leastGap a smaller one is none
   * @param noise standard deviation that is known of each value, 0 where nothing is
   * @return how many values lie below the gap, 0 where there is none
   */
  public static int of(double[] sorted, double leastGap, double noise) {
    int n = sorted.length;
    int least = n < MANY ? 1 : (int) Math.ceil(LEAST_SHARE * n);
    int best = 0;
    double widest = leastGap;
    for (int below = least; below <= n - least; below++) {
      double gap = sorted[below] - sorted[below - 1];
      if (gap > widest) {
        widest = gap;
        best = below;
      }
    }
    if (best == 0) {
      return 0;
    }
    double within =
        Math.max(
            Robust.deviation(Arrays.copyOf(sorted, best)),
            Robust.deviation(Arrays.copyOfRange(sorted, best, n)));
    return widest > GAP * Math.max(within, noise) ? best : 0;
  }
}
