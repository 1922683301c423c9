package org.svabench.benchmarks.jmh;

import org.openjdk.jmh.runner.ProfilersFailedException;
import org.openjdk.jmh.runner.RunnerException;

/** Finds the one line that matters in what JMH throws. */
public final class JmhFailure {
  /** How JMH begins its message when another JMH holds the lock; source: JMH 1.37, Runner.run. */
  private static final String LOCKED = "ERROR: Another JMH instance might be running";

  private JmhFailure() {}

  /**
   * Whether another JMH is running on this machine.
   *
   * @param e what JMH threw
   * @return true for its lock
   */
  public static boolean isLocked(RunnerException e) {
    return e.getMessage() != null && e.getMessage().startsWith(LOCKED);
  }

  /**
   * What to do about the lock.
   *
   * @return one line
   */
  public static String locked() {
    return "another JMH run is under way on this machine and would disturb this one (lock "
        + System.getProperty("java.io.tmpdir")
        + "/jmh.lock); wait for it to end";
  }

  /**
   * The innermost reason: JMH wraps what a benchmark threw several times, as causes and as
   * suppressed exceptions.
   *
   * @param failure what JMH threw
   * @return one line
   */
  public static String message(Throwable failure) {
    Throwable reason = innermost(failure);
    String text = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
    String type = reason.getClass().getSimpleName();
    return text.isEmpty() || text.equals("null") ? type : plain(reason) ? text : type + ": " + text;
  }

  /**
   * Why a profiler cannot be had.
   *
   * @param failure what JMH threw
   * @return one line
   */
  public static String profiler(ProfilersFailedException failure) {
    return innermost(failure) instanceof ClassNotFoundException
        ? innermost(failure).getMessage() + " is no profiler"
        : message(failure);
  }

  private static Throwable innermost(Throwable failure) {
    Throwable reason = failure;
    for (Throwable next = inner(reason); next != null; next = inner(reason)) {
      reason = next;
    }
    return reason;
  }

  private static Throwable inner(Throwable failure) {
    if (failure.getCause() != null) {
      return failure.getCause();
    }
    return failure.getSuppressed().length > 0 ? failure.getSuppressed()[0] : null;
  }

  private static boolean plain(Throwable reason) {
    return reason instanceof RunnerException
        || reason instanceof IllegalStateException
        || reason instanceof IllegalArgumentException;
  }
}
