package org.svabench.results.gate;

import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.doctor.SteadyWork;

/** How evenly the machine runs just now. */
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
    double[] times = SteadyWork.times(WARM_UP_NANOS, WINDOWS, STEPS);
    return StatUtils.percentile(times, 75) / StatUtils.percentile(times, 5);
  }
}
