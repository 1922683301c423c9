package org.svabench.benchmarks.cli;

/** Exit codes of every command. A signal gives 128 + its number, by the JVM itself. */
public final class ExitCode {
  /** Done and good. */
  public static final int GOOD = 0;

  /** The answer is no: a regression, a mismatch, a stale entry. */
  public static final int NO = 1;

  /** Bad usage or bad input. */
  public static final int BAD_INPUT = 2;

  /** The run did not finish, or a benchmark failed; what was finished is kept. */
  public static final int NOT_FINISHED = 5;

  private ExitCode() {}
}
