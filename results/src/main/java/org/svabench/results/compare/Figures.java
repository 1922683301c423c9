package org.svabench.results.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * Numbers as people read them: integers as they are, others with four significant digits, no
 * exponent, never a locale's comma.
 */
final class Figures {
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private Figures() {}

  static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "-" : value > 0 ? "inf" : "-inf";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return String.format(Locale.ROOT, "%d", (long) value);
    }
    BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS);
    int decimals = Math.max(0, Math.min(3 - exponent(rounded), 6));
    return String.format(Locale.ROOT, "%." + decimals + "f", rounded);
  }

  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }
}
