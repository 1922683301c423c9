package org.svabench.results.gate;

import org.apache.commons.math3.stat.StatUtils;

/** A fixed piece of work over and over, to see how evenly the machine runs just now. */
final class HostProbe {
  /** From here on a machine is called noisy. */
  static final double NOISY = 1.5;

  private static final int WINDOWS = 40;
  private static final long WARM_UP_NANOS = 500_000_000;
  private static final int STEPS = 20_000_000;

  private HostProbe() {}

  /**
   * Takes about two seconds of one CPU.
   *
   * @return 75th over 5th percentile of the windows' times, 1 on a machine without noise
   */
  static double spread() {
    long end = System.nanoTime() + WARM_UP_NANOS;
    long state = 1;
    while (System.nanoTime() < end) {
      state = work(state);
    }
    double[] times = new double[WINDOWS];
    for (int i = 0; i < WINDOWS; i++) {
      long start = System.nanoTime();
      state = work(state);
      times[i] = System.nanoTime() - start;
    }
    // The state is used, so that no compiler may leave the work out.
    return state == 0
        ? Double.NaN
        : StatUtils.percentile(times, 75) / StatUtils.percentile(times, 5);
  }

  /** Marsaglia's xorshift: a chain of dependent steps that no compiler shortens. */
  private static long work(long seed) {
    long x = seed;
    for (int i = 0; i < STEPS; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
    }
    return x;
  }
}
