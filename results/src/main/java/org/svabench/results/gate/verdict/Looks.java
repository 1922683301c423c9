package org.svabench.results.gate.verdict;

/**
 * The planned looks with the level of each. Making it takes some tens of milliseconds; it is the
 * same for all rows of a run. Immutable.
 */
public final class Looks {
  private final int[] pairs;
  private final double alphaFail;
  private final double[] failLevels;
  private final double[] passLevels;

  private Looks(int[] pairs, double alphaFail, double alphaPass) {
    this.pairs = pairs.clone();
    this.alphaFail = alphaFail;
    this.failLevels = Spending.levels(alphaFail, pairs);
    this.passLevels = Spending.levels(alphaPass, pairs);
  }

  /**
   * Spreads the allowances of rules over their looks.
   *
   * @param rules fixed before the first pair
   * @return their looks
   */
  public static Looks of(Rules rules) {
    return new Looks(rules.looks(), rules.alphaFail(), rules.alphaPass());
  }

  int count() {
    return pairs.length;
  }

  /** Pairs at a look, from 0. */
  int pairs(int look) {
    return pairs[look];
  }

  double failLevel(int look) {
    return failLevels[look];
  }

  double passLevel(int look) {
    return passLevels[look];
  }

  /** A p value of one look as one of all looks: charged with how the allowance was spread. */
  double charged(int look, double p) {
    return Math.min(1, p * alphaFail / failLevels[look]);
  }
}
