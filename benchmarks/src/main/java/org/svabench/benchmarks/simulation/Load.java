package org.svabench.benchmarks.simulation;

/**
 * Who notifies, and how often.
 *
 * @param cpus CPUs, each with one thread
 * @param mms processes; CPU c runs a thread of mm c mod mms
 * @param gap mean of what a CPU does between two notifications, picoseconds
 * @param random whether the gap is exponentially distributed, or always the mean
 */
public record Load(int cpus, int mms, long gap, boolean random) {
  /**
   * Checks.
   *
   * @throws IllegalArgumentException unless there are at least as many CPUs as mms, and a mm
   */
  public Load {
    if (mms < 1 || cpus < mms) {
      throw new IllegalArgumentException(
          "there must be an mm, and a CPU for each: cpus=" + cpus + " mms=" + mms);
    }
  }
}
