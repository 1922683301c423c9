package org.svabench.results.input;

/**
 * Bad usage or bad input: one line that says what is wrong, where, and what would be right. The
 * command line prints the message after {@code svabench: } and exits with 2, without a stack trace.
 *
 * <p>Whatever a file or an option holds, the message is one line that a terminal can show: control
 * characters, line ends among them, are replaced, and what is longer than {@link #LONGEST} is cut.
 */
public final class BadInput extends RuntimeException {
  /** Longest message, in characters. */
  public static final int LONGEST = 500;

  private static final long serialVersionUID = 1L;

  /**
   * Bad usage, or input that has no place of its own.
   *
   * @param message one line: what is wrong and what would be right
   */
  public BadInput(String message) {
    super(oneLine(message));
  }

  /**
   * Bad input at a line of a file.
   *
   * @param source the file as the user named it
   * @param line line number, from 1
   * @param message one line: what is wrong and what would be right
   */
  public BadInput(String source, long line, String message) {
    this(source + ":" + line + ": " + message);
  }

  private static String oneLine(String message) {
    String shown = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
    return shown.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]", "?");
  }
}
