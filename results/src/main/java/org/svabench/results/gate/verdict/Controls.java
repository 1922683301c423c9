package org.svabench.results.gate.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.statistics.SignedRank;

/**
 * Pairs of one jar with itself, run among the others. What they differ by is the measurement's own
 * fault; it is never taken off the rows. Not for concurrent use.
 */
public final class Controls {
  private static final double LIMIT = 0.02;
  private static final double LEVEL = 0.005;

  private final List<Double> logs = new ArrayList<>();
  private int beyond;

  /** No control pair yet. */
  public Controls() {}

  /**
   * Takes a pair.
   *
   * @param pair of one jar with itself; left out where it is not complete
   * @param rules say what would be too much of a difference
   */
  public void add(PairRecord pair, Rules rules) {
    if (!pair.complete()) {
      return;
    }
    Double log =
        PairDifference.of(pair, pair.row().mode().equals("sample")).logs().get(Metric.TYPICAL);
    if (log != null) {
      logs.add(log);
      if (Math.abs(log) > rules.margins().get(Metric.TYPICAL).logTolerance()) {
        beyond++;
      }
    }
  }

  /**
   * What the pairs of one jar with itself showed.
   *
   * @param pairs how many
   * @param beyond of them apart by more than the tolerance, either way
   * @param ratio their centre, NaN without a pair
   * @param deviation robust standard deviation of one pair's log ratio, NaN without two
   */
  public record Summary(int pairs, int beyond, double ratio, double deviation) {}

  Summary summary() {
    double[] all = logs.stream().mapToDouble(Double::doubleValue).toArray();
    return new Summary(
        all.length,
        beyond,
        all.length == 0 ? Double.NaN : Math.exp(SignedRank.of(all).estimate()),
        all.length < 2 ? Double.NaN : Robust.deviation(all));
  }

  List<String> invalid() {
    double[] all = logs.stream().mapToDouble(Double::doubleValue).toArray();
    if (all.length == 0) {
      return List.of();
    }
    SignedRank ranks = SignedRank.of(all);
    double limit = Math.log1p(LIMIT);
    if (ranks.lower(LEVEL) <= limit && ranks.upper(LEVEL) >= -limit) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "the baseline held against itself differs by %+.1f%% (%d pairs); the two arms are not"
                + " treated alike",
            100 * Math.expm1(ranks.estimate()),
            all.length));
  }
}
