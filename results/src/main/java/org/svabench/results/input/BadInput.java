package org.svabench.results.input;

/**
 * Bad usage or bad input: one line that says what is wrong, where, and what would be right. The
 * command line prints the message after {@code svabench: } and exits with 2, without a stack trace.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Bad usage, or input that has no place of its own.
   *
   * @param message one line: what is wrong and what would be right
   */
  public BadInput(String message) {
    super(message);
  }

  /**
   * Bad input at a line of a file.
   *
   * @param source the file as the user named it
   * @param line line number, from 1
   * @param message one line: what is wrong and what would be right
   */
  public BadInput(String source, long line, String message) {
    super(source + ":" + line + ": " + message);
  }
}
