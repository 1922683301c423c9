package org.svabench.benchmarks.suite;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Progress for a person: one line that changes where there is a terminal, a line per fork where the
 * output goes to a file.
 */
public final class ScreenProgress implements Progress {
  private static final String ERASE_LINE = "\r\u001b[K";

  /** A line longer than the terminal is wide could not be erased. */
  private static final int NARROW = 79;

  private final PrintStream out;
  private final boolean terminal;
  private String line = "";

  /**
   * Shows progress.
   *
   * @param out where
   * @param terminal whether a line may be rewritten there
   */
  public ScreenProgress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void starting(Row row, int round, int done, int total, Duration left) {
    String width = "%" + String.valueOf(total).length() + "d";
    line =
        String.format(
            Locale.ROOT, "[" + width + "/%d] %s left  %s", done + 1, total, Minutes.of(left), row);
    if (terminal) {
      out.print(ERASE_LINE + line.substring(0, Math.min(line.length(), NARROW)));
      out.flush();
    }
  }

  @Override
  public void finished(Row row, String score) {
    if (!terminal) {
      out.println(line + "  " + score);
    }
  }

  @Override
  public void failed(Row row, String why) {
    out.println((terminal ? ERASE_LINE : "") + line + "  FAILED: " + why);
  }

  @Override
  public void end() {
    if (terminal) {
      out.print(ERASE_LINE);
      out.flush();
    }
  }
}
