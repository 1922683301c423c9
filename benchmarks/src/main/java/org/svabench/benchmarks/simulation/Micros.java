package org.svabench.benchmarks.simulation;

import java.util.Locale;

/** Figures with about three digits. */
final class Micros {
  private Micros() {}

  /** Nanoseconds as microseconds. */
  static String of(double nanos) {
    double micros = nanos / 1000;
    return String.format(
        Locale.ROOT, micros < 9.995 ? "%.2f" : micros < 99.95 ? "%.1f" : "%.0f", micros);
  }

  /** Something per second. */
  static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%.0f", perSecond);
  }
}
