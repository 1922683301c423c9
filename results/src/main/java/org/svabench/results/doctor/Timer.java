package org.svabench.results.doctor;

import org.apache.commons.math3.stat.StatUtils;

/**
 * {@link System#nanoTime} on this JVM and machine.
 *
 * @param nanosPerReading median over blocks of back-to-back readings; the first blocks warm it up
 * @param leastStep least difference of two readings that were not the same, in nanoseconds
 */
public record Timer(double nanosPerReading, long leastStep) {
  private static final int BLOCKS = 50;
  private static final int READINGS = 2_000;

  /**
   * Measures it anew; takes milliseconds.
   *
   * @return what reading the timer costs here
   */
  public static Timer measured() {
    double[] blocks = new double[BLOCKS];
    long least = Long.MAX_VALUE;
    for (int block = 0; block < BLOCKS; block++) {
      long first = System.nanoTime();
      long last = first;
      for (int reading = 0; reading < READINGS; reading++) {
        long now = System.nanoTime();
        least = now == last ? least : Math.min(least, now - last);
        last = now;
      }
      blocks[block] = (last - first) / (double) READINGS;
    }
    return new Timer(StatUtils.percentile(blocks, 50), least);
  }
}
