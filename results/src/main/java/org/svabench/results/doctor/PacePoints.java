package org.svabench.results.doctor;

import java.util.List;
import java.util.Locale;
import org.svabench.results.run.Diagnosis;

/** How evenly the machine runs, and who else is on it. */
final class PacePoints {
  private static final double EVEN = 1.05;

  /** The gate calls a machine noisy from here on. */
  private static final double NOISY = 1.5;

  private static final double STEADY = 0.03;
  private static final double DRIFTING = 0.10;
  private static final double LITTLE = 0.005;
  private static final double MUCH = 0.05;
  private static final double SHORT_PAUSE = 100_000;
  private static final double LONG_PAUSE = 2_000_000;

  private PacePoints() {}

  static List<Diagnosis> of(Pulse pulse) {
    return List.of(
        Points.graded(
            "steadiness",
            pulse.spread(),
            EVEN,
            NOISY,
            String.format(
                Locale.ROOT, "the same work takes up to %.2f times as long", pulse.spread()),
            "only forks that are neighbours in time can be compared; small differences need many"),
        Points.graded(
            "frequency drift",
            Math.abs(pulse.drift()),
            STEADY,
            DRIFTING,
            String.format(Locale.ROOT, "%+.0f %% within half a second", 100 * pulse.drift()),
            "the clock rate follows load and temperature, or neighbours on the host"),
        Points.graded(
            "stolen time",
            pulse.stolen(),
            LITTLE,
            MUCH,
            String.format(Locale.ROOT, "%.1f %% of the CPUs' time", 100 * pulse.stolen()),
            "the hypervisor runs others on these CPUs; it shows in every tail"),
        Points.graded(
            "pauses",
            pulse.longestPauseNanos(),
            SHORT_PAUSE,
            LONG_PAUSE,
            String.format(
                Locale.ROOT,
                "a thread that only looked at the clock missed %.2f ms of it",
                pulse.longestPauseNanos() / 1e6),
            "no tail beyond p99.9 is the benchmark's alone; hold it against Hiccups.idle"),
        Points.graded(
            "other load",
            pulse.others(),
            MUCH,
            5 * MUCH,
            String.format(Locale.ROOT, "%.2f CPUs busy with other processes", pulse.others()),
            "what else runs takes time and cache; end it, or measure later"));
  }
}
