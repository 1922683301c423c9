package org.svabench.results.gate.verdict;

import org.apache.commons.math3.distribution.HypergeometricDistribution;

/**
 * Two methods of R. A. Fisher: two independent p values as one, and the exact test of a two by two
 * table (Statistical Methods for Research Workers, sections 21.1 and 21.02).
 */
final class Fisher {
  private Fisher() {}

  /** Chance of a product of two independent p values as small as this one. */
  static double joined(double p, double q) {
    double product = p * q;
    return product == 0 ? 0 : Math.min(1, product * (1 - Math.log(product)));
  }

  /**
   * Whether two sides have the same share of something.
   *
   * @param a so many of the first side
   * @param ofA of so many, at least 1
   * @param b so many of the second side
   * @param ofB of so many, at least 1
   * @return two-sided p: chance of all tables that are no more likely than this one
   */
  static double exact(int a, int ofA, int b, int ofB) {
    HypergeometricDistribution chance = new HypergeometricDistribution(null, ofA + ofB, a + b, ofA);
    double seen = chance.probability(a);
    double p = 0;
    for (int k = Math.max(0, a + b - ofB); k <= Math.min(a + b, ofA); k++) {
      double other = chance.probability(k);
      p += other <= seen * (1 + 1e-9) ? other : 0;
    }
    return Math.min(1, p);
  }
}
