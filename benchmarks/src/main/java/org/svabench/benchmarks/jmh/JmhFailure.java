package org.svabench.benchmarks.jmh;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.runner.RunnerException;

/** Finds the one line that matters in what JMH throws. */
public final class JmhFailure {
  /** How JMH begins its message when another JMH holds the lock; source: JMH 1.37, Runner.run. */
  private static final String LOCKED = "ERROR: Another JMH instance might be running";

  /** How JMH says so; source: JMH 1.37, ForkedMain.hangup. */
  private static final String EXITED = "<failure: VM prematurely exited";

  /** Source: JMH 1.37, Runner.doFork. */
  private static final Pattern EXIT_CODE =
      Pattern.compile("Forked VM failed with exit code (\\d{1,9})", Pattern.CASE_INSENSITIVE);

  /** A process ended by signal n has the exit code 128 + n. */
  private static final int SIGNALS = 128;

  private static final Map<Integer, String> SIGNAL_NAMES =
      Map.of(6, " (abort)", 9, " (kill)", 11, " (segmentation fault)", 15, " (terminate)");

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
   * The innermost reason: JMH wraps what a benchmark threw several times, as causes and as
   * suppressed exceptions.
   *
   * @param failure what JMH threw
   * @return one line
   */
  public static String message(Throwable failure) {
    Throwable reason = innermost(failure);
    String text = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
    if (text.startsWith(EXITED)) {
      return "the fork's JVM ended early: the benchmark, or what it calls, uses System.exit";
    }
    Matcher code = EXIT_CODE.matcher(text);
    if (code.matches()) {
      return exited(Integer.parseInt(code.group(1)));
    }
    String type = reason.getClass().getSimpleName();
    return text.isEmpty() || text.equals("null") ? type : plain(reason) ? text : type + ": " + text;
  }

  /**
   * Why a profiler cannot be had.
   *
   * @param failure what JMH threw
   * @return one line
   */
  public static String profiler(ProfilerException failure) {
    return innermost(failure) instanceof ClassNotFoundException
        ? "no such profiler"
        : String.valueOf(innermost(failure).getMessage()).lines().findFirst().orElse("no reason");
  }

  private static String exited(int code) {
    if (code <= SIGNALS) {
      return "the fork's JVM ended early, with exit code " + code;
    }
    int signal = code - SIGNALS;
    return "the fork's JVM was ended by signal " + signal + SIGNAL_NAMES.getOrDefault(signal, "");
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
