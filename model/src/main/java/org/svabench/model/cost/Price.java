package org.svabench.model.cost;

/**
 * A duration as a source gives it.
 *
 * @param min least, nanoseconds
 * @param typ typical, nanoseconds
 * @param max most, nanoseconds
 */
public record Price(long min, long typ, long max) {
  /** Nothing. */
  public static final Price ZERO = new Price(0, 0, 0);

  /** Longest duration a price may have: 1,000 s. */
  public static final long LONGEST = 1_000_000_000_000L;

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException unless 0 &lt;= min &lt;= typ &lt;= max &lt;= {@link #LONGEST}
   */
  public Price {
    if (min < 0 || min > typ || typ > max || max > LONGEST) {
      throw new IllegalArgumentException(
          "a price needs 0 <= min <= typ <= max <= "
              + LONGEST
              + " ns: min="
              + min
              + " typ="
              + typ
              + " max="
              + max);
    }
  }

  /**
   * A price of which only the typical figure is known.
   *
   * @param typ nanoseconds
   * @return the price
   */
  public static Price of(long typ) {
    return new Price(typ, typ, typ);
  }

  /**
   * One of the figures. Does not allocate.
   *
   * @param level which
   * @return nanoseconds
   */
  public long at(CostLevel level) {
    return switch (level) {
      case MIN -> min;
      case TYP -> typ;
      case MAX -> max;
    };
  }

  /**
   * What is left after another price, figure by figure.
   *
   * @param other the other price, at most this one at each level
   * @return the difference
   */
  public Price minus(Price other) {
    return new Price(min - other.min, typ - other.typ, max - other.max);
  }
}
