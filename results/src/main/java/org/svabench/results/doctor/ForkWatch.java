package org.svabench.results.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.svabench.results.run.ForkRecord;
import org.svabench.results.run.MachineProbe;

/**
 * Looks at the machine before and after a fork: what the hypervisor and other processes took, how
 * fast a fixed piece of work went, whether the CPU was slowed down for heat. Not for concurrent
 * use.
 */
public final class ForkWatch {
  private static final long WARM_UP_NANOS = 10_000_000;
  private static final int WINDOWS = 10;
  private static final int STEPS = 500_000;
  private static final double TICK = 1.0 / MachineProbe.TICKS_PER_SECOND;

  private final MachineProbe probe;
  private final DoubleSupplier pace;
  private Instant started;
  private double load;
  private double paceNanos;
  private long steal;
  private long busy;
  private long own;
  private long throttles;

  /**
   * A watch over a machine.
   *
   * @param probe says what the kernel counts
   * @param pace does a fixed piece of work and says how many nanoseconds it took
   */
  public ForkWatch(MachineProbe probe, DoubleSupplier pace) {
    this.probe = probe;
    this.pace = pace;
  }

  /**
   * A watch over this machine; each look takes about 20 ms of one CPU.
   *
   * @param probe says what the kernel counts
   * @return a new watch
   */
  public static ForkWatch over(MachineProbe probe) {
    return new ForkWatch(probe, ForkWatch::pace);
  }

  /** The fastest window: what only ever adds time is no change of the clock rate. */
  private static double pace() {
    return Arrays.stream(SteadyWork.times(WARM_UP_NANOS, WINDOWS, STEPS)).min().orElseThrow();
  }

  /** A fork is about to start. */
  public void begin() {
    paceNanos = pace.getAsDouble();
    load = probe.load();
    steal = probe.stealTicks();
    busy = probe.busyTicks();
    own = probe.ownTicks();
    throttles = probe.throttles();
    started = Instant.now();
  }

  /**
   * It has ended.
   *
   * @param round of the fork, from 1
   * @param position of the fork, from 1
   * @return what was seen since {@link #begin}
   */
  public ForkRecord end(int round, int position) {
    double seconds = Duration.between(started, Instant.now()).toMillis() / 1000.0;
    return new ForkRecord(
        round,
        position,
        started.toString(),
        seconds,
        load,
        steal < 0 ? -1 : probe.stealTicks() - steal,
        busy < 0 || own < 0 ? null : others(seconds),
        paceNanos,
        throttles < 0 ? null : probe.throttles() - throttles);
  }

  private double others(double seconds) {
    long foreign = probe.busyTicks() - busy - (probe.ownTicks() - own);
    return Math.max(0, foreign * TICK / Math.max(seconds, TICK));
  }
}
