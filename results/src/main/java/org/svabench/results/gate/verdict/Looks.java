package org.svabench.results.gate.verdict;

import java.util.Arrays;

/**
 * The planned looks with the level of each. Making it takes some tens of milliseconds; it is the
 * same for all rows of a run. Immutable.
 */
public final class Looks {
  private final int[] pairs;
  private final int firstFail;
  private final double alphaFail;
  private final double[] failLevels;
  private final double[] passLevels;

  private Looks(Rules rules) {
    this.pairs = rules.looks().clone();
    int from = rules.failFrom() == null ? 0 : rules.failFrom();
    int[] failing = Arrays.stream(pairs).filter(look -> look >= from).toArray();
    this.firstFail = pairs.length - failing.length;
    this.alphaFail = rules.alphaFail();
    this.failLevels = Spending.levels(rules.alphaFail(), failing);
    this.passLevels = Spending.levels(rules.alphaPass(), pairs);
  }

  /**
   * Spreads the allowances of rules over their looks.
   *
   * @param rules fixed before the first pair
   * @return their looks
   */
  public static Looks of(Rules rules) {
    return new Looks(rules);
  }

  /**
   * Whether numbers of pairs can be looks.
   *
   * @param pairs at each look
   * @return true where there are some, above 0 and rising
   */
  public static boolean canBe(int[] pairs) {
    int before = 0;
    for (int look : pairs) {
      if (look <= before) {
        return false;
      }
      before = look;
    }
    return pairs.length > 0;
  }

  int count() {
    return pairs.length;
  }

  /** Pairs at a look, from 0. */
  int pairs(int look) {
    return pairs[look];
  }

  /** The first look at which a row may fail. */
  int firstFail() {
    return firstFail;
  }

  /**
   * Level of the lower bound; before the first look that may fail, where that bound decides
   * nothing, it is as wide as the upper one.
   */
  double failLevel(int look) {
    return look < firstFail ? passLevels[look] : failLevels[look - firstFail];
  }

  double passLevel(int look) {
    return passLevels[look];
  }

  /** A p value of one look as one of all looks: charged with how the allowance was spread. */
  double charged(int look, double p) {
    return look < firstFail ? 1 : Math.min(1, p * alphaFail / failLevels[look - firstFail]);
  }
}
