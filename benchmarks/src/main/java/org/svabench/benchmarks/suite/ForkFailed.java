package org.svabench.benchmarks.suite;

/** A fork that gave no result; the message is one line for the screen and for {@code run.json}. */
public final class ForkFailed extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean fatal;

  private ForkFailed(String message, boolean fatal) {
    super(message);
    this.fatal = fatal;
  }

  /**
   * The benchmark failed; other rows may still succeed.
   *
   * @param message why
   * @return to be thrown
   */
  public static ForkFailed ofRow(String message) {
    return new ForkFailed(message, false);
  }

  /**
   * Nothing can run now, whatever the row.
   *
   * @param message why and what would help
   * @return to be thrown
   */
  public static ForkFailed ofRun(String message) {
    return new ForkFailed(message, true);
  }

  /**
   * Whether the whole run has to end.
   *
   * @return false where only the row has failed
   */
  public boolean fatal() {
    return fatal;
  }
}
