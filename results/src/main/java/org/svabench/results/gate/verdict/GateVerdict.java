package org.svabench.results.gate.verdict;

import java.util.ArrayList;
import java.util.List;
import org.svabench.results.jmh.ResultKey;

/**
 * The verdict on a candidate.
 *
 * @param rows in the order of the plan
 * @param added rows only the candidate has
 * @param removed rows only the baseline has
 * @param invalid why the whole measurement cannot be trusted; empty where it can
 * @param controls what pairs of two sides that are the same showed
 * @param notes what a reader should know of the whole run, one line each
 */
public record GateVerdict(
    List<RowVerdict> rows,
    List<ResultKey> added,
    List<ResultKey> removed,
    List<String> invalid,
    List<Controls.Summary> controls,
    List<String> notes) {

  /**
   * Puts rows together: what fails must still do so among all rows.
   *
   * @param rows each judged by itself
   * @param added rows only the candidate has
   * @param removed rows only the baseline has
   * @param controls pairs of two sides that are the same
   * @param notes on the whole run
   * @param alpha allowance for any false FAIL among all rows
   * @return the verdict
   */
  public static GateVerdict of(
      List<RowVerdict> rows,
      List<ResultKey> added,
      List<ResultKey> removed,
      List<Controls> controls,
      List<String> notes,
      double alpha) {
    return new GateVerdict(
        together(rows, alpha),
        added,
        removed,
        controls.stream().flatMap(control -> control.invalid().stream()).toList(),
        controls.stream().map(Controls::summary).toList(),
        List.copyOf(notes));
  }

  private static List<RowVerdict> together(List<RowVerdict> rows, double alpha) {
    double[] adjusted =
        Holm.adjusted(
            rows.stream()
                .flatMap(row -> row.metrics().stream())
                .mapToDouble(MetricVerdict::p)
                .toArray());
    List<RowVerdict> together = new ArrayList<>();
    int next = 0;
    for (RowVerdict row : rows) {
      List<MetricVerdict> metrics = new ArrayList<>();
      boolean withdrawn = false;
      for (MetricVerdict metric : row.metrics()) {
        boolean chance = metric.outcome() == Outcome.FAIL && adjusted[next] > alpha;
        withdrawn |= chance;
        metrics.add(chance ? metric.as(Outcome.INCONCLUSIVE) : metric);
        next++;
      }
      boolean stillFails =
          metrics.stream().anyMatch(m -> m.outcome() == Outcome.FAIL)
              || row.exact().stream().anyMatch(e -> e.outcome() == Outcome.FAIL);
      together.add(
          withdrawn && row.outcome() == Outcome.FAIL
              ? row.as(
                  stillFails ? Outcome.FAIL : Outcome.INCONCLUSIVE,
                  metrics,
                  "slower, but among " + adjusted.length + " comparisons that may be chance")
              : row);
    }
    return List.copyOf(together);
  }

  /**
   * Rows of an outcome.
   *
   * @param outcome which
   * @return how many
   */
  public long count(Outcome outcome) {
    return rows.stream().filter(row -> row.outcome() == outcome).count();
  }

  /**
   * One word for all: the first that applies of INVALID measurement, FAIL, BROKEN, INVALID row,
   * INCONCLUSIVE, PASS. Where no row could be compared nothing was shown: INCONCLUSIVE.
   *
   * @return never null
   */
  public Outcome outcome() {
    if (!invalid.isEmpty()) {
      return Outcome.INVALID;
    }
    for (Outcome outcome :
        List.of(Outcome.FAIL, Outcome.BROKEN, Outcome.INVALID, Outcome.INCONCLUSIVE)) {
      if (count(outcome) > 0) {
        return outcome;
      }
    }
    return rows.isEmpty() ? Outcome.INCONCLUSIVE : Outcome.PASS;
  }
}
