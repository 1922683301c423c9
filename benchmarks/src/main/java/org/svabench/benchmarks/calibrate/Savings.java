package org.svabench.benchmarks.calibrate;

import org.svabench.model.cost.CostRow;
import org.svabench.model.cost.CostTerm;
import org.svabench.model.cost.Price;

/** What a command saves that shares another one's wait, where the measurement does not show it. */
final class Savings {
  private Savings() {}

  /** The smaller figure of each level. */
  static Price least(Price left, Price right) {
    return new Price(
        Math.min(left.min(), right.min()),
        Math.min(left.typ(), right.typ()),
        Math.min(left.max(), right.max()));
  }

  /** A published saving, no more than the command itself costs. */
  static CostRow assumed(Price published, Price command, String where) {
    Price saving = least(published, command);
    String cut = saving.equals(published) ? "" : ", cut to the price of the command";
    return CostRow.of(CostTerm.SAVING, "saving", saving, "A", "assumed: " + where + cut);
  }
}
