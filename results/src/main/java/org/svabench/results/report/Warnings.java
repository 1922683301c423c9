package org.svabench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.run.ForkRecord;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;

/** What a reader should know before believing a figure. */
final class Warnings {
  /** Fewest pairs of forks for the exact signed-rank interval. */
  private static final int FEW_FORKS = 6;

  /** Share of the CPUs that others may keep busy before a fork starts. */
  private static final double BUSY = 0.5;

  /** Kernel ticks a second, per CPU, on every Linux this runs on. */
  private static final double TICKS = 100;

  private static final double STOLEN = 0.02;
  private static final double WIDE = 0.25;

  private Warnings() {}

  static List<String> of(ReportedRun run) {
    List<String> warnings = new ArrayList<>();
    if (run.record() != null) {
      state(run.record(), warnings);
      machine(run.record(), warnings);
    }
    forks(run.results(), warnings);
    wide(run.results(), warnings);
    return warnings;
  }

  private static void state(RunRecord run, List<String> warnings) {
    if (run.state() != RunState.FINISHED) {
      warnings.add(
          "The run is not complete: "
              + run.state().name().toLowerCase(Locale.ROOT)
              + (run.reason() == null ? "." : ", " + run.reason() + "."));
    }
    for (RowRecord row : run.rows()) {
      if (row.failure() != null) {
        warnings.add("Failed: " + row.benchmark() + " " + row.params() + ": " + row.failure());
      }
    }
  }

  private static void machine(RunRecord run, List<String> warnings) {
    List<ForkRecord> forks = run.rows().stream().flatMap(row -> row.forks().stream()).toList();
    int cpus = run.machine().cpus();
    long busy = forks.stream().filter(fork -> cpus > 0 && fork.load() > BUSY * cpus + 1).count();
    if (busy > 0) {
      double most = forks.stream().mapToDouble(ForkRecord::load).max().orElse(0);
      warnings.add(
          String.format(
              Locale.ROOT,
              "Noisy machine: other work was running before %d of %d forks (load up to %.1f on %d"
                  + " CPUs); exact counts are not affected, times are.",
              busy,
              forks.size(),
              most,
              cpus));
    }
    long stolen =
        forks.stream()
            .filter(f -> f.stealTicks() > STOLEN * TICKS * Math.max(1, cpus) * f.seconds())
            .count();
    if (stolen > 0) {
      warnings.add(
          "The hypervisor ran something else during "
              + stolen
              + " of "
              + forks.size()
              + " forks (steal above 2 %).");
    }
  }

  private static void forks(List<JmhResult> results, List<String> warnings) {
    int fewest =
        results.stream().mapToInt(r -> r.primary().rawData().length).min().orElse(FEW_FORKS);
    if (fewest > 0 && fewest < FEW_FORKS) {
      warnings.add(
          "Few forks: "
              + (fewest == 1 ? "one fork" : fewest + " forks")
              + " a row. "
              + (fewest == 1
                  ? "The next may differ by more than JMH's interval says."
                  : "Intervals of ratios assume a normal distribution below " + FEW_FORKS + "."));
    }
  }

  private static void wide(List<JmhResult> results, List<String> warnings) {
    long wide =
        results.stream().filter(r -> r.primary().error() > WIDE * r.primary().score()).count();
    if (wide > 0) {
      warnings.add(
          "Wide intervals: the score of "
              + wide
              + " of "
              + results.size()
              + " rows is known to \u00b125 % or worse.");
    }
  }
}
