package org.svabench.results.gate.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.svabench.results.gate.record.PairRecord;
import org.svabench.results.statistics.Robust;
import org.svabench.results.statistics.SignedRank;

/**
 * Pairs whose two sides are the same, run among the others: a jar with itself, or rows that are
 * known not to differ between the jars. What they differ by is the measurement's own fault; it is
 * never taken off the rows. Not for concurrent use.
 */
public final class Controls {
  private static final double LIMIT = 0.02;
  private static final double LEVEL = 0.005;

  private final String what;
  private final List<Double> logs = new ArrayList<>();
  private int beyond;

  /**
   * No pair yet.
   *
   * @param what is held against its like, for messages
   */
  public Controls(String what) {
    this.what = what;
  }

  /**
   * Takes a pair.
   *
   * @param pair of two sides that are the same; left out where it is not complete
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
   * What pairs of two sides that are the same showed.
   *
   * @param what was held against its like
   * @param pairs how many
   * @param beyond of them apart by more than the tolerance, either way
   * @param ratio their centre, NaN without a pair
   * @param deviation robust standard deviation of one pair's log ratio, NaN without two
   */
  public record Summary(String what, int pairs, int beyond, double ratio, double deviation) {}

  Summary summary() {
    double[] all = logs.stream().mapToDouble(Double::doubleValue).toArray();
    return new Summary(
        what,
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
            "%s differs by %+.1f%% (%d pairs), and should not; the two arms are not treated alike",
            what,
            100 * Math.expm1(ranks.estimate()),
            all.length));
  }
}
