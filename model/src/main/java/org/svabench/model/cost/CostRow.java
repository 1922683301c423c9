package org.svabench.model.cost;

import java.util.Objects;

/**
 * One figure of a preset with its origin.
 *
 * @param term what it prices
 * @param what what was measured, in the source's terms
 * @param price the figure; null for a note that is no duration
 * @param figure the figure as text where it is no duration, else empty
 * @param tag how sure it is: S read in the primary source, S2 in a source that cites it, D derived
 *     by arithmetic, L measured locally, M general knowledge, A assumption
 * @param source where it comes from
 */
public record CostRow(
    CostTerm term, String what, Price price, String figure, String tag, String source) {
  /**
   * Checks that a row which prices something has a price.
   *
   * @throws IllegalArgumentException for a row other than a note without a price
   */
  public CostRow {
    Objects.requireNonNull(term);
    if (price == null && term != CostTerm.NOTE) {
      throw new IllegalArgumentException(term.label() + " needs a price");
    }
  }

  /**
   * A row that is a duration.
   *
   * @param term what it prices
   * @param what what was measured
   * @param price the figure
   * @param tag how sure it is
   * @param source where it comes from
   * @return the row
   */
  public static CostRow of(CostTerm term, String what, Price price, String tag, String source) {
    return new CostRow(term, what, price, "", tag, source);
  }
}
