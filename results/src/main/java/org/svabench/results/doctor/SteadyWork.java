package org.svabench.results.doctor;

/** A fixed piece of work over and over, to see how evenly the machine runs just now. */
public final class SteadyWork {
  private SteadyWork() {}

  /**
   * Does the work; one CPU is busy meanwhile.
   *
   * @param warmUpNanos how long to do it before measuring
   * @param windows how often to measure it
   * @param steps dependent steps of a window, about a nanosecond each
   * @return nanoseconds of each window, in order
   */
  public static double[] times(long warmUpNanos, int windows, int steps) {
    long end = System.nanoTime() + warmUpNanos;
    long state = 1;
    while (System.nanoTime() - end < 0) {
      state = work(state, steps);
    }
    double[] times = new double[windows];
    for (int i = 0; i < windows; i++) {
      long start = System.nanoTime();
      state = work(state, steps);
      times[i] = System.nanoTime() - start;
    }
    // The state is used, so that no compiler may leave the work out.
    if (state == 0) {
      throw new IllegalStateException("xorshift has reached 0");
    }
    return times;
  }

  /** Marsaglia's xorshift: a chain of dependent steps that no compiler shortens. */
  private static long work(long seed, int steps) {
    long x = seed;
    for (int i = 0; i < steps; i++) {
      x ^= x << 13;
      x ^= x >>> 7;
      x ^= x << 17;
    }
    return x;
  }
}
