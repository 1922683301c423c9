package org.svabench.model.text;

/** A text that a user wrote cannot be understood: the line, what is wrong, what would be right. */
public final class MalformedText extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * A fault at a line.
   *
   * @param line line number, from 1
   * @param message one line: what is wrong and what would be right
   */
  public MalformedText(int line, String message) {
    super(message);
    this.line = line;
  }

  /**
   * Where the fault is.
   *
   * @return line number, from 1
   */
  public int line() {
    return line;
  }
}
