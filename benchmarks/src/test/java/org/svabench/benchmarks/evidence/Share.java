package org.svabench.benchmarks.evidence;

import java.util.Locale;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * So many of so many, with the exact binomial bound of Clopper and Pearson, one-sided at 95 %. The
 * bound is that of independent decisions: of decisions drawn from few real pairs it says how well
 * the simulation is known, not how well the machine is.
 *
 * @param hits so many
 * @param all of so many, at least 1
 */
record Share(int hits, int all) {
  private static final double LEVEL = 0.95;

  double share() {
    return hits / (double) all;
  }

  double atMost() {
    return hits == all
        ? 1
        : new BetaDistribution(hits + 1.0, all - hits).inverseCumulativeProbability(LEVEL);
  }

  double atLeast() {
    return hits == 0
        ? 0
        : new BetaDistribution(hits, all - hits + 1.0).inverseCumulativeProbability(1 - LEVEL);
  }

  /** An error: its share and how much more it may be. */
  String asError() {
    return String.format(Locale.ROOT, "%.2f%% (<%.2f%%)", 100 * share(), 100 * atMost());
  }

  /** Something wanted: its share and how much less it may be. */
  String asGain() {
    return String.format(Locale.ROOT, "%.1f%% (>%.1f%%)", 100 * share(), 100 * atLeast());
  }
}
