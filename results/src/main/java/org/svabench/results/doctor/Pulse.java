package org.svabench.results.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.run.MachineProbe;

/**
 * What was measured on the machine in about a second.
 *
 * @param timerNanos cost of one reading of the timer
 * @param timerStepNanos least step of it
 * @param spread 75th over 5th percentile of the times of one fixed piece of work, 1 where the
 *     machine runs evenly
 * @param drift how much longer the work took in the last quarter than in the first, medians, 0.1
 *     for 10 %
 * @param longestPauseNanos how long the timer stood still for the thread that looked at it
 * @param stolen share of the CPUs' time that the hypervisor took, NaN unknown
 * @param others CPUs that other processes kept busy, NaN unknown
 * @param bytesOfNothing bytes that the JVM says were allocated by a loop that allocates nothing, -1
 *     where it cannot count
 */
public record Pulse(
    double timerNanos,
    long timerStepNanos,
    double spread,
    double drift,
    long longestPauseNanos,
    double stolen,
    double others,
    long bytesOfNothing) {
  private static final long WARM_UP_NANOS = 150_000_000;
  private static final int WINDOWS = 40;
  private static final int STEPS = 5_000_000;
  private static final long PAUSE_NANOS = 200_000_000;
  private static final double TICK = 1.0 / MachineProbe.TICKS_PER_SECOND;

  /**
   * Measures; takes about a second, one CPU is busy meanwhile.
   *
   * @param probe says what the kernel counts
   * @return the measurements
   */
  public static Pulse take(MachineProbe probe) {
    int cpus = Runtime.getRuntime().availableProcessors();
    long steal = probe.stealTicks();
    long busy = probe.busyTicks();
    long own = ownNanos();
    long begin = System.nanoTime();
    double[] times = SteadyWork.times(WARM_UP_NANOS, WINDOWS, STEPS);
    long pause = longestPause();
    double seconds = (System.nanoTime() - begin) / 1e9;
    double ownSeconds = (ownNanos() - own) / 1e9;
    Timer timer = Timer.measured();
    return new Pulse(
        timer.nanosPerReading(),
        timer.leastStep(),
        StatUtils.percentile(times, 75) / StatUtils.percentile(times, 5),
        drift(times),
        pause,
        steal < 0 ? Double.NaN : (probe.stealTicks() - steal) * TICK / seconds / cpus,
        busy < 0 || own < 0
            ? Double.NaN
            : Math.max(0, (probe.busyTicks() - busy) * TICK - ownSeconds) / seconds,
        allocatedByNothing());
  }

  private static double drift(double[] times) {
    int quarter = times.length / 4;
    double first = StatUtils.percentile(Arrays.copyOf(times, quarter), 50);
    double last =
        StatUtils.percentile(Arrays.copyOfRange(times, times.length - quarter, times.length), 50);
    return last / first - 1;
  }

  private static long longestPause() {
    long longest = 0;
    long last = System.nanoTime();
    long end = last + PAUSE_NANOS;
    while (last - end < 0) {
      long now = System.nanoTime();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  }

  private static long ownNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean
        ? ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
        : -1;
  }

  private static long allocatedByNothing() {
    if (!(ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean)) {
      return -1;
    }
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    if (!threads.isThreadAllocatedMemorySupported() || !threads.isThreadAllocatedMemoryEnabled()) {
      return -1;
    }
    long thread = Thread.currentThread().getId();
    threads.getThreadAllocatedBytes(thread); // what the first reading allocates is not the loop's
    long before = threads.getThreadAllocatedBytes(thread);
    long after = threads.getThreadAllocatedBytes(thread);
    return after - before;
  }
}
