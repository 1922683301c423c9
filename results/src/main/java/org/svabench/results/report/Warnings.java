package org.svabench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.run.RowRecord;
import org.svabench.results.run.RunRecord;
import org.svabench.results.run.RunState;

/** What a reader should know before believing a figure. */
final class Warnings {
  /** Fewest pairs of forks for the exact signed-rank interval. */
  private static final int FEW_FORKS = 6;

  private Warnings() {}

  static List<String> of(ReportedRun run, Doubts doubts) {
    List<String> warnings = new ArrayList<>();
    if (run.record() != null) {
      state(run.record(), warnings);
    }
    if (!doubts.summary().isEmpty()) {
      warnings.add(doubts.summary() + " Why stands in the tables below the charts, row by row.");
    }
    forks(run.results(), warnings);
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
}
