package org.svabench.results.gate.output;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.svabench.results.gate.verdict.ExactVerdict;
import org.svabench.results.gate.verdict.MetricVerdict;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.table.Figures;

/** Figures of a verdict in the words all outputs share. */
final class Words {
  private static final double[] SCALES = {1e9, 1e6, 1e3, 1};
  private static final String[] UNITS = {"s", "ms", "us", "ns"};

  private Words() {}

  /** Nanoseconds with a unit that a person can read. */
  static String time(double nanos) {
    if (Double.isNaN(nanos)) {
      return "-";
    }
    int i = 0;
    while (i < SCALES.length - 1 && nanos < SCALES[i]) {
      i++;
    }
    return Figures.of(nanos / SCALES[i]) + " " + UNITS[i];
  }

  static String percent(double ratio) {
    if (ratio == 0 || Double.isInfinite(ratio)) {
      return ratio == 0 ? "-inf" : "+inf";
    }
    double change = 100 * (ratio - 1);
    return String.format(Locale.ROOT, Math.abs(change) < 99.95 ? "%+.1f%%" : "%+.0f%%", change);
  }

  /** A share in per cent, three digits at most. */
  static String share(double share) {
    if (!Double.isFinite(share)) {
      // Of fork scores that are zero or no numbers.
      return "?";
    }
    return new BigDecimal(100 * share)
            .round(new MathContext(3))
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  static String change(MetricVerdict metric) {
    return percent(metric.ratio());
  }

  static String bounds(MetricVerdict metric) {
    return "[" + percent(metric.low()) + ", " + percent(metric.high()) + "]";
  }

  static String exact(ExactVerdict exact) {
    String unit = exact.unit().equals("#") ? "" : " " + exact.unit().replace("/op", "");
    return exact.baseline() == exact.candidate()
        ? Figures.of(exact.candidate()) + unit
        : Figures.of(exact.baseline()) + " -> " + Figures.of(exact.candidate()) + unit;
  }

  /** One line on a metric that is worth one. */
  static String metric(MetricVerdict metric) {
    return metric.metric().word()
        + " "
        + change(metric)
        + " "
        + bounds(metric)
        + ", tolerance "
        + share(metric.margin().tolerance())
        + (metric.outcome() == Outcome.FAIL ? ", FAIL" : "");
  }
}
