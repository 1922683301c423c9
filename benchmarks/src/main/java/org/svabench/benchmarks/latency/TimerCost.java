package org.svabench.benchmarks.latency;

import java.util.Arrays;

/** What one reading of {@link System#nanoTime} costs on this JVM and machine. */
public final class TimerCost {
  private static final int BLOCKS = 50;
  private static final int READINGS = 2_000;

  private TimerCost() {}

  /**
   * Measures it anew.
   *
   * @return median over blocks of back-to-back readings, in nanoseconds; the first blocks warm it
   *     up
   */
  public static double nanoseconds() {
    double[] blocks = new double[BLOCKS];
    for (int block = 0; block < BLOCKS; block++) {
      blocks[block] = block();
    }
    Arrays.sort(blocks);
    return blocks[BLOCKS / 2];
  }

  private static double block() {
    long first = System.nanoTime();
    long last = first;
    for (int reading = 0; reading < READINGS; reading++) {
      last = System.nanoTime();
    }
    return (last - first) / (double) READINGS;
  }
}
