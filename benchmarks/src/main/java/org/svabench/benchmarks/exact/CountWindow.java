package org.svabench.benchmarks.exact;

import java.util.function.LongSupplier;

/**
 * One iteration's worth of counts of one machine: opened when its operations begin, closed when
 * they have ended. Several threads with a machine each have a window each.
 *
 * <p>Not for concurrent use. Opening and closing allocate nothing.
 */
public final class CountWindow {
  private final FanOutCounts counts;
  private final boolean exact;
  private final long coveredPages;
  private final LongSupplier made;
  private long madeBefore;
  private long madeDuring;
  private final long[] before = new long[Counted.VALUES.size()];
  private final long[] during = new long[Counted.VALUES.size()];

  private CountWindow(FanOutCounts counts, boolean exact, long coveredPages, LongSupplier made) {
    this.counts = counts;
    this.exact = exact;
    this.coveredPages = coveredPages;
    this.made = made;
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
    return new CountWindow(counts, true, coveredPages, null);
  }

  /**
   * For benchmarks whose operations differ, as under churn: figures are means and are named so.
   * Covered pages are not reported.
   *
   * @param counts of the machine under test
   * @return a closed window
   */
  public static CountWindow mean(FanOutCounts counts) {
    return new CountWindow(counts, false, 0, null);
  }

  /**
   * The same window for benchmarks whose operations are not JMH's: figures are per operation of its
   * own, such as the notifications of a group that also binds, or the calls of a paced benchmark
   * that is asked more often than it calls.
   *
   * @param operations running total of the operations; read only while the benchmark is quiet
   * @return a closed window
   */
  public CountWindow per(LongSupplier operations) {
    return new CountWindow(counts, exact, coveredPages, operations);
  }

  /** Begins counting; the operations of the iteration follow. */
  public void open() {
    madeBefore = made == null ? 0 : made.getAsLong();
    for (int i = 0; i < before.length; i++) {
      before[i] = Counted.VALUES.get(i).total(counts);
    }
  }

  /** Ends counting; the operations of the iteration are over. */
  public void close() {
    madeDuring = made == null ? 0 : made.getAsLong() - madeBefore;
    for (int i = 0; i < during.length; i++) {
      during[i] = Counted.VALUES.get(i).total(counts) - before[i];
    }
    CountProfiler.accept(this);
  }

  boolean isExact() {
    return exact;
  }

  long coveredPages() {
    return coveredPages;
  }

  /** Operations of its own, or JMH's where it has none. */
  long operations(long jmhs) {
    return made == null ? jmhs : madeDuring;
  }

  long during(Counted counted) {
    return during[counted.ordinal()];
  }
}
