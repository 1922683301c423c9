package org.svabench.benchmarks.suite;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
final class Minutes {
  private Minutes() {}

  static String of(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
  }
}
