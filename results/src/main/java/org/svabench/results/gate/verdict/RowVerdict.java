package org.svabench.results.gate.verdict;

import java.util.ArrayList;
import java.util.List;
import org.svabench.results.jmh.ResultKey;

/**
 * The verdict on a row.
 *
 * @param row which
 * @param outcome what is said of it, exact figures included
 * @param pairs that were run, crashed ones included
 * @param crashes pairs in which a fork crashed
 * @param seconds wall time of its pairs
 * @param baselineNanos nanoseconds per operation, NaN without a pair
 * @param candidateNanos likewise
 * @param metrics the typical time first; empty without a pair
 * @param findings what a reader should know besides, one line each
 * @param exact allocation and counters, empty where nothing was counted
 */
public record RowVerdict(
    ResultKey row,
    Outcome outcome,
    int pairs,
    int crashes,
    double seconds,
    double baselineNanos,
    double candidateNanos,
    List<MetricVerdict> metrics,
    List<String> findings,
    List<ExactVerdict> exact) {

  /** The same row with another outcome and one more thing to know. */
  RowVerdict as(Outcome other, List<MetricVerdict> others, String finding) {
    return new RowVerdict(
            row,
            other,
            pairs,
            crashes,
            seconds,
            baselineNanos,
            candidateNanos,
            others,
            findings,
            exact)
        .with(finding);
  }

  /**
   * The same row with one more thing to know.
   *
   * @param finding one line
   * @return otherwise equal
   */
  public RowVerdict with(String finding) {
    List<String> all = new ArrayList<>(findings);
    all.add(finding);
    return new RowVerdict(
        row,
        outcome,
        pairs,
        crashes,
        seconds,
        baselineNanos,
        candidateNanos,
        metrics,
        List.copyOf(all),
        exact);
  }
}
