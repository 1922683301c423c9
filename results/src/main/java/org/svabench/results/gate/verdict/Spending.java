package org.svabench.results.gate.verdict;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How an error allowance is spent over looks that were planned before the first pair.
 *
 * <p>Spending function of Pocock's type, alpha ln(1 + (e - 1) t) with t the share of the planned
 * pairs (Lan and DeMets, "Discrete sequential boundaries for clinical trials", Biometrika 1983).
 * The level of a single look follows from the joint normal distribution of the running sums
 * (Armitage, McPherson and Rowe, JRSS A 1969), so that looks which see mostly the same pairs are
 * not charged twice.
 */
final class Spending {
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
  private static final int GRID = 400;
  private static final double REACH = 8;

  private Spending() {}

  /** Share of the allowance spent once a share of the planned pairs is there. */
  static double pocock(double share) {
    return Math.log(1 + (Math.E - 1) * share);
  }

  /**
   * One-sided level of each look.
   *
   * @param alpha allowance of all looks together, in (0, 0.5)
   * @param looks pairs at each look, rising; the last is the plan's end
   * @return per look the level at which a test of all pairs so far may reject
   */
  static double[] levels(double alpha, int[] looks) {
    double[] levels = new double[looks.length];
    double end = looks[looks.length - 1];
    double spent = 0;
    Density open = null;
    for (int k = 0; k < looks.length; k++) {
      double share = looks[k] / end;
      double toSpend = alpha * pocock(share) - spent;
      double since = share - (k == 0 ? 0 : looks[k - 1] / end);
      double boundary = boundary(open, share, since, toSpend);
      levels[k] = 1 - NORMAL.cumulativeProbability(boundary / Math.sqrt(share));
      open = Density.below(open, boundary, share, since);
      spent += toSpend;
    }
    return levels;
  }

  private static double boundary(Density open, double share, double since, double toSpend) {
    double low = -REACH * Math.sqrt(share);
    double high = REACH * Math.sqrt(share);
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (crossing(open, middle, since) > toSpend) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double crossing(Density open, double boundary, double since) {
    double sd = Math.sqrt(since);
    return open == null
        ? 1 - NORMAL.cumulativeProbability(boundary / sd)
        : open.integrate(sum -> 1 - NORMAL.cumulativeProbability((boundary - sum) / sd));
  }

  /**
   * Density of the running sum over the courses that no look has stopped yet, on Simpson's grid.
   */
  private record Density(double[] at, double[] weighted) {

    static Density below(Density before, double boundary, double share, double since) {
      double from = -REACH * Math.sqrt(share);
      double step = (boundary - from) / GRID;
      double sd = Math.sqrt(since);
      double[] at = new double[GRID + 1];
      double[] weighted = new double[GRID + 1];
      Arrays.setAll(at, i -> from + i * step);
      for (int i = 0; i <= GRID; i++) {
        double sum = at[i];
        double density =
            before == null
                ? NORMAL.density(sum / sd) / sd
                : before.integrate(earlier -> NORMAL.density((sum - earlier) / sd) / sd);
        int simpson = i == 0 || i == GRID ? 1 : i % 2 == 1 ? 4 : 2;
        weighted[i] = density * simpson * step / 3;
      }
      return new Density(at, weighted);
    }

    double integrate(java.util.function.DoubleUnaryOperator function) {
      double integral = 0;
      for (int i = 0; i < at.length; i++) {
        integral += weighted[i] * function.applyAsDouble(at[i]);
      }
      return integral;
    }
  }
}
