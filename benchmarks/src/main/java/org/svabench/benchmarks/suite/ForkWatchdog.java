package org.svabench.benchmarks.suite;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Kills a fork that hangs. JMH interrupts a benchmark that does not stop, but waits for ever for
 * one that ignores it. Only processes this one started are touched.
 */
final class ForkWatchdog {
  private static final Duration GRACE = Duration.ofMinutes(3);
  private static final int PATIENCE = 10;

  private final Duration deadline;
  private final AtomicBoolean bit = new AtomicBoolean();
  private final Thread thread;

  private ForkWatchdog(Duration deadline) {
    this.deadline = deadline;
    this.thread = new Thread(this::watch, "svabench-fork-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  static ForkWatchdog over(Shape shape) {
    return new ForkWatchdog(shape.fork().multipliedBy(PATIENCE).plus(GRACE));
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
