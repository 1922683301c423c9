package org.svabench.results.doubt;

/** How much of an open loop's rate was reached, as benchmarks report it and tables judge it. */
public final class RateReached {
  /** The secondary result: per cent of the calls due that were made. */
  public static final String METRIC = "rate.reached";

  /** Below this, in per cent, the rate counts as missed. */
  public static final int ENOUGH = 99;

  private RateReached() {}
}
