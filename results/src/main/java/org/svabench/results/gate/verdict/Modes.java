package org.svabench.results.gate.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.gate.record.Arm;

/**
 * Two speeds of one build: compilations that turn out one way or the other from fork to fork.
 *
 * <p>Looked for in what a fork is faster or slower than its neighbours of the other arm, so that
 * slow minutes of the machine, which hit both, are not taken for modes.
 */
final class Modes {
  private static final double LEAST_SHARE = 0.2;
  private static final double GAP = 3;
  private static final double LEAST_GAP = Math.log(1.03);
  private static final int FEWEST = 10;

  private Modes() {}

  /** A sentence, where an arm's forks split in two. */
  static Optional<String> of(List<PairDifference> differences, Arm arm) {
    double[] levels = differences.stream().mapToDouble(d -> d.level().get(arm)).sorted().toArray();
    int below = split(levels);
    if (below == 0) {
      return Optional.empty();
    }
    double fast = StatUtils.percentile(Arrays.copyOf(levels, below), 50);
    double slow = StatUtils.percentile(Arrays.copyOfRange(levels, below, levels.length), 50);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "BIMODAL: %d of %d forks of the %s ran %.0f%% slower than the others",
            levels.length - below,
            levels.length,
            arm.word(),
            100 * Math.expm1(slow - fast)));
  }

  /** How many lie below the gap, 0 where there is none. */
  static int split(double[] sorted) {
    int n = sorted.length;
    if (n < FEWEST) {
      return 0;
    }
    int least = (int) Math.ceil(LEAST_SHARE * n);
    int best = 0;
    double widest = LEAST_GAP;
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
    return widest > GAP * within ? best : 0;
  }
}
