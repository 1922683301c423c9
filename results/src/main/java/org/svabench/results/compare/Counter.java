package org.svabench.results.compare;

import java.util.SortedMap;
import java.util.stream.Stream;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.table.Figures;

/**
 * What a benchmark counts per operation. Exact where every iteration of every fork gave the same
 * integer; otherwise a mean, and shown as one.
 */
public enum Counter {
  /** Invalidation descriptors. */
  COMMANDS("commands", "command"),
  /** Wait descriptors, CMD_SYNC, COMPLETION_WAIT. */
  WAITS("waits", "wait"),
  /** Submissions to a trapped queue. */
  EXITS("exits", "exit"),
  /** Pages told to IOTLBs, summed over IOMMUs. */
  COVERED_PAGES("coveredPages", "covered page");

  /** Behind the name of a counter that is a mean by its nature, as under churn. */
  private static final String MEAN = ".mean";

  private final String metric;
  private final String singular;

  Counter(String metric, String singular) {
    this.metric = metric;
    this.singular = singular;
  }

  /**
   * Whether a secondary metric is one of these, and exact.
   *
   * @param metric its whole name
   * @return false also for the mean of such a count
   */
  public static boolean isExact(String metric) {
    return Stream.of(values()).anyMatch(counter -> counter.metric.equals(metric));
  }

  /**
   * One of them in words.
   *
   * @return such as {@code covered page}
   */
  public String singular() {
    return singular;
  }

  /**
   * The figure for a table.
   *
   * @param secondary metrics of a row
   * @return an integer, {@code ~} and a mean, or a dash where nothing counts
   */
  public String figure(SortedMap<String, JmhMetric> secondary) {
    if (secondary.containsKey(metric)) {
      double score = secondary.get(metric).score();
      return Double.isNaN(score) ? "differs!" : Figures.of(score);
    }
    JmhMetric mean = secondary.get(metric + MEAN);
    return mean == null ? "-" : "~" + Figures.of(mean.score());
  }

  /**
   * The exact value.
   *
   * @param secondary metrics of a row
   * @return -1 where it is not exact or not counted
   */
  public long exact(SortedMap<String, JmhMetric> secondary) {
    JmhMetric found = secondary.get(metric);
    return found == null || found.score() != Math.rint(found.score()) ? -1 : (long) found.score();
  }
}
