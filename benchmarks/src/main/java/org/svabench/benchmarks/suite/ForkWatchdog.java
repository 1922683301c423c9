package org.svabench.benchmarks.suite;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Kills a fork that hangs. JMH's own {@code -to} does not end it: before JMH looks at the time, it
 * waits for every worker to come out of the measured loop. Only processes this one started are
 * touched. Source: JMH 1.37, {@code BenchmarkHandler.runIteration}.
 */
final class ForkWatchdog {
  private static final int PATIENCE = 10;
  private static final int TIMEOUTS = 3;

  private final Duration deadline;
  private final AtomicBoolean bit = new AtomicBoolean();
  private final Thread thread;

  private ForkWatchdog(Duration deadline) {
    this.deadline = deadline;
    this.thread = new Thread(this::watch, "svabench-fork-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  /** A fork may take ten times as long as planned, and some of JMH's timeouts for set-up. */
  static ForkWatchdog over(Shape shape, TimeValue timeout) {
    return new ForkWatchdog(
        shape
            .fork()
            .multipliedBy(PATIENCE)
            .plus(Duration.ofMillis(TIMEOUTS * timeout.convertTo(TimeUnit.MILLISECONDS))));
  }

  boolean bit() {
    return bit.get();
  }

  String message() {
    return "the fork hung and was killed after " + Minutes.of(deadline);
  }

  private void watch() {
    try {
      Thread.sleep(deadline.toMillis());
    } catch (InterruptedException done) {
      return;
    }
    bit.set(true);
    killForks();
  }

  /** Ends every process that this one started. */
  static void killForks() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  void close() {
    thread.interrupt();
  }
}
