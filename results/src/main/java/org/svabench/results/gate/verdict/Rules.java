package org.svabench.results.gate.verdict;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.svabench.results.input.MayBeNull;
import org.svabench.results.jmh.ResultKey;

/**
 * What decides a verdict. Fixed before the first pair and kept with the run, so that a replay
 * decides by the same rules.
 *
 * @param looks pairs after which a row may be decided
 * @param failFrom at looks of fewer pairs a row may pass and not fail, null where it may at all
 * @param alphaFail allowance for a false FAIL of one metric of one row, all looks together
 * @param alphaPass likewise for a PASS of a row that is slower by exactly its tolerance
 * @param alphaSuite allowance for any false FAIL among all rows
 * @param confirmations fresh pairs that a slow-down must survive
 * @param leastNanos a slow-down of less time per operation is of no interest
 * @param margins per metric
 * @param perRow regular expressions over {@link ResultKey#toString} with a margin of the typical
 *     time; the first that is found counts
 * @param exactCounters regular expression over whole names of secondary results that are compared
 *     for equality
 */
public record Rules(
    int[] looks,
    @MayBeNull Integer failFrom,
    double alphaFail,
    double alphaPass,
    double alphaSuite,
    int confirmations,
    double leastNanos,
    Map<Metric, Margin> margins,
    Map<String, Margin> perRow,
    String exactCounters) {

  /** Metrics that every row has. */
  private static final int TIMED_METRICS = 3;

  /** Matches no counter. */
  public static final String NO_COUNTER = "(?!)";

  /**
   * The rules whose error rates are published.
   *
   * @return the defaults
   */
  public static Rules standard() {
    Map<Metric, Margin> margins = new EnumMap<>(Metric.class);
    margins.put(Metric.TYPICAL, new Margin(0.05, 0.01));
    margins.put(Metric.MEAN, new Margin(0.10, 0.03));
    margins.put(Metric.UPPER, new Margin(0.25, 0.10));
    margins.put(Metric.P99, new Margin(0.25, 0.10));
    return new Rules(
        new int[] {8, 12, 18, 24, 30, 36},
        12,
        0.005,
        0.05,
        0.05,
        6,
        0.5,
        margins,
        new LinkedHashMap<>(),
        NO_COUNTER);
  }

  /**
   * With other margins of the typical time.
   *
   * @param typical of all rows
   * @param some of rows that a regular expression is found in
   * @return otherwise equal
   */
  public Rules withTypical(Margin typical, Map<String, Margin> some) {
    Map<Metric, Margin> all = new EnumMap<>(margins);
    all.put(Metric.TYPICAL, typical);
    return with(looks, failFrom, confirmations, all, some, exactCounters);
  }

  /**
   * With looks at other times, at each of which a row may fail.
   *
   * @param pairs at each look, rising
   * @return otherwise equal
   */
  public Rules withLooks(int... pairs) {
    return withLooks(null, pairs);
  }

  /**
   * With looks at other times.
   *
   * @param from fewest pairs at which a row may fail, null for the first look's
   * @param pairs at each look, rising
   * @return otherwise equal
   */
  public Rules withLooks(Integer from, int[] pairs) {
    return with(pairs, from, confirmations, margins, perRow, exactCounters);
  }

  /**
   * With more or fewer fresh pairs for a slow-down.
   *
   * @param pairs 0 for none
   * @return otherwise equal
   */
  public Rules withConfirmations(int pairs) {
    return with(looks, failFrom, pairs, margins, perRow, exactCounters);
  }

  /**
   * With other counters to be equal.
   *
   * @param pattern regular expression over their whole names
   * @return otherwise equal
   */
  public Rules withExactCounters(String pattern) {
    return with(looks, failFrom, confirmations, margins, perRow, pattern);
  }

  private Rules with(
      int[] otherLooks,
      Integer otherFailFrom,
      int otherConfirmations,
      Map<Metric, Margin> otherMargins,
      Map<String, Margin> otherPerRow,
      String otherCounters) {
    return new Rules(
        otherLooks,
        otherFailFrom,
        alphaFail,
        alphaPass,
        alphaSuite,
        otherConfirmations,
        leastNanos,
        otherMargins,
        otherPerRow,
        otherCounters);
  }

  /** The margin of a metric of a row whose baseline takes this long. */
  Margin margin(ResultKey row, Metric metric, double nanosPerOperation) {
    Margin margin = margins.get(metric);
    if (metric == Metric.TYPICAL) {
      margin =
          perRow.entrySet().stream()
              .filter(e -> Pattern.compile(e.getKey()).matcher(row.toString()).find())
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(margin);
    }
    return margin.atLeast(leastNanos, nanosPerOperation);
  }

  /**
   * With as many confirming pairs as a suite of this size takes: where many rows are held against
   * each other, a slow-down that is seen at the first look needs more of them to stand among all.
   *
   * @param rows of the suite
   * @return otherwise equal
   */
  public Rules forRows(int rows) {
    if (confirmations == 0) {
      return this;
    }
    Looks planned = Looks.of(this);
    int first = planned.firstFail();
    double seen = planned.charged(first, Math.pow(0.5, looks[first]));
    int enough = confirmations;
    while (enough < looks[first]
        && Fisher.joined(seen, Math.pow(0.5, enough)) * rows * TIMED_METRICS > alphaSuite) {
      enough++;
    }
    return withConfirmations(enough);
  }
}
