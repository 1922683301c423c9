package org.svabench.results.gate.verdict;

/** What of a fork is compared. */
public enum Metric {
  /**
   * The undisturbed speed: by turnstile the median over windows of the ratio of neighbours, else
   * the 10th percentile of the windows.
   */
  TYPICAL("typical"),
  /** Mean of the windows: sees what happens in few of them. */
  MEAN("mean"),
  /** 90th percentile of the windows: sees what happens in one of ten. */
  UPPER("upper"),
  /** Median over the windows of their 99th percentiles, in sample mode only. */
  P99("p99");

  private final String word;

  Metric(String word) {
    this.word = word;
  }

  /**
   * For tables and options.
   *
   * @return lower case
   */
  public String word() {
    return word;
  }
}
