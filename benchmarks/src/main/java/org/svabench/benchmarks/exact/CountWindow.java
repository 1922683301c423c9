package org.svabench.benchmarks.exact;

/**
 * One iteration's worth of counts of one machine: opened when its operations begin, closed when
 * they have ended. Several threads with a machine each have a window each.
 *
 * <p>Not for concurrent use. Opening and closing allocate nothing but one queue node.
 */
public final class CountWindow {
  private final FanOutCounts counts;
  private final boolean exact;
  private final long coveredPages;
  private final long[] before = new long[Counted.values().length];
  private final long[] during = new long[Counted.values().length];

  private CountWindow(FanOutCounts counts, boolean exact, long coveredPages) {
    this.counts = counts;
    this.exact = exact;
    this.coveredPages = coveredPages;
  }

  /**
   * For benchmarks whose every operation sends the same: figures are whole numbers, and a run in
   * which they are not fails.
   *
   * @param counts of the machine under test
   * @param coveredPages of one operation, from {@link Coverage}: metering them would slow the
   *     machine under test down
   * @return a closed window
   */
  public static CountWindow exact(FanOutCounts counts, long coveredPages) {
    return new CountWindow(counts, true, coveredPages);
  }

  /**
   * For benchmarks whose operations differ, as under churn: figures are means and are named so.
   * Covered pages are not reported.
   *
   * @param counts of the machine under test
   * @return a closed window
   */
  public static CountWindow mean(FanOutCounts counts) {
    return new CountWindow(counts, false, 0);
  }

  /** Begins counting; the operations of the iteration follow. */
  public void open() {
    for (Counted counted : Counted.VALUES) {
      before[counted.ordinal()] = counted.total(counts);
    }
  }

  /** Ends counting; the operations of the iteration are over. */
  public void close() {
    for (Counted counted : Counted.VALUES) {
      during[counted.ordinal()] = counted.total(counts) - before[counted.ordinal()];
    }
    CountProfiler.accept(this);
  }

  boolean isExact() {
    return exact;
  }

  long coveredPages() {
    return coveredPages;
  }

  long during(Counted counted) {
    return during[counted.ordinal()];
  }
}
