package org.svabench.results.gate.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.statistics.SignedRank;
import org.svabench.results.statistics.Split;

/**
 * Two speeds of one build: compilations that turn out one way or the other from fork to fork.
 *
 * <p>A slow minute of the machine hits both forks of a pair, a slow compilation one: where the
 * other arm's forks are apart in the same pairs, it was the machine.
 */
final class Modes {
  private static final double LEAST_GAP = Math.log(1.03);
  private static final int FEWEST = 10;
  private static final int FEWEST_ALIKE = 3;

  private Modes() {}

  /** A sentence, where an arm's forks split in two. */
  static Optional<String> of(List<PairDifference> differences, Arm arm) {
    double[] levels = differences.stream().mapToDouble(d -> d.level().get(arm)).sorted().toArray();
    int below = split(levels);
    if (below == 0) {
      return Optional.empty();
    }
    double border = (levels[below - 1] + levels[below]) / 2;
    double gap = apart(differences, arm, arm, border);
    if (Math.abs(apart(differences, arm, arm.other(), border)) > gap / 2) {
      return Optional.empty();
    }
    int slow = levels.length - below;
    int others = slower(differences, arm.other(), border);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "BIMODAL: %d of %d forks of the %s ran %.0f%% slower than its others, and %d of the"
                + " %s (shares differ with p = %.2g)%s",
            slow,
            levels.length,
            arm.word(),
            100 * Math.expm1(gap),
            others,
            arm.other().word(),
            Fisher.exact(slow, levels.length, others, levels.length),
            within(differences, border, slow + others > levels.length)));
  }

  /** What is left of the difference between forks of the commoner speed. */
  private static String within(List<PairDifference> differences, double border, boolean slow) {
    double[] logs =
        differences.stream()
            .filter(d -> d.level().values().stream().allMatch(level -> level > border == slow))
            .mapToDouble(d -> d.logs().get(Metric.TYPICAL))
            .toArray();
    return logs.length < FEWEST_ALIKE
        ? ""
        : String.format(
            Locale.ROOT,
            "; in the %d pairs of two %s forks the candidate took %+.1f%%",
            logs.length,
            slow ? "slow" : "fast",
            100 * Math.expm1(SignedRank.of(logs).estimate()));
  }

  private static int slower(List<PairDifference> differences, Arm arm, double border) {
    return (int) differences.stream().filter(d -> d.level().get(arm) > border).count();
  }

  /** How far an arm's forks are apart between the pairs in which another's are slow and fast. */
  private static double apart(
      List<PairDifference> differences, Arm split, Arm looked, double border) {
    return median(differences, split, looked, border, true)
        - median(differences, split, looked, border, false);
  }

  private static double median(
      List<PairDifference> differences, Arm split, Arm looked, double border, boolean slow) {
    return StatUtils.percentile(
        differences.stream()
            .filter(d -> d.level().get(split) > border == slow)
            .mapToDouble(d -> d.level().get(looked))
            .toArray(),
        50);
  }

  /** How many lie below the gap, 0 where there is none or too few to say. */
  static int split(double[] sorted) {
    return sorted.length < FEWEST ? 0 : Split.of(sorted, LEAST_GAP, 0);
  }
}
