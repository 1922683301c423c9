package org.svabench.benchmarks.simulation;

import org.HdrHistogram.Histogram;

/** One run in the steady state: a closed loop of CPUs that notify. */
public final class Simulation {
  /** Latencies are counted in nanoseconds, to three digits, up to an hour. */
  private static final long LONGEST_NANOS = 3_600_000_000_000L;

  private static final int DIGITS = 3;
  private static final int WARM_UP_SHARE = 10;

  private final Setup setup;
  private final SimulatedMachine machine;
  private final Histogram latency = new Histogram(LONGEST_NANOS, DIGITS);
  private boolean measuring;
  private long ended;
  private long heldInAll;
  private long longestHold;

  private Simulation(Setup setup, ExecutionListener listener) {
    this.setup = setup;
    machine = new SimulatedMachine(setup, SlowAnswer.none(), listener, this::notified);
  }

  /**
   * Runs to the end.
   *
   * @param setup what to run
   * @return what came of it
   */
  public static SimulationResult run(Setup setup) {
    return run(setup, ExecutionListener.NONE);
  }

  static SimulationResult run(Setup setup, ExecutionListener listener) {
    return new Simulation(setup, listener).run();
  }

  private void notified(int cpu, long from, long to, long held) {
    ended++;
    if (measuring) {
      latency.recordValue(Math.round((double) (to - from) / Timing.NANOSECOND));
      heldInAll += held;
      longestHold = Math.max(longestHold, held);
    }
  }

  private SimulationResult run() {
    machine.start();
    runUntil(setup.notifications() / WARM_UP_SHARE);
    measuring = true;
    long since = machine.loop().now();
    final Snapshot before = new Snapshot(machine);
    runUntil(setup.notifications());
    final Snapshot after = new Snapshot(machine);
    double share = setup.notifications();
    return new SimulationResult(
        setup.notifications(),
        setup.load().cpus(),
        machine.loop().now() - since,
        latency,
        nanos(oldestUnderWay()),
        after.fullQueues - before.fullQueues,
        (after.submissions - before.submissions) / share,
        (after.exits - before.exits) / share,
        nanos(heldInAll) / share,
        nanos(longestHold),
        nanos(after.queueLocksHeld - before.queueLocksHeld) / share,
        (double) (after.attempts - before.attempts)
            / Math.max(1, after.submissions - before.submissions));
  }

  private void runUntil(long more) {
    long enough = ended + more;
    while (ended < enough && machine.loop().step()) {
      // Events change what is read here.
    }
  }

  private long oldestUnderWay() {
    return machine.cpus().stream()
        .mapToLong(SimulatedCpu::since)
        .filter(since -> since >= 0)
        .map(since -> machine.loop().now() - since)
        .max()
        .orElse(0);
  }

  private static double nanos(long picoseconds) {
    return (double) picoseconds / Timing.NANOSECOND;
  }

  /** Counters at one instant. */
  private static final class Snapshot {
    final long fullQueues;
    final long submissions;
    final long exits;
    final long queueLocksHeld;
    final long attempts;

    Snapshot(SimulatedMachine machine) {
      fullQueues = machine.tally().fullQueues;
      submissions = machine.tally().submissions;
      exits = machine.tally().exits;
      queueLocksHeld = machine.queueLocksHeldInAll();
      attempts = machine.reservationAttempts();
    }
  }
}
