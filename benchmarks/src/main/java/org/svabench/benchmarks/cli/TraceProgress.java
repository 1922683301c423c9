package org.svabench.benchmarks.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;
import org.svabench.benchmarks.trace.TraceInput;

/** How far a trace has been read: a bar that is rewritten in place, on a terminal only. */
final class TraceProgress implements Consumer<TraceInput> {
  private static final long INTERVAL = 200_000_000L;
  private static final int WIDTH = 30;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final long started = System.nanoTime();
  private long shown = started;

  private TraceProgress(PrintStream out) {
    this.out = out;
  }

  /** On standard error, where that is a terminal; otherwise silent. */
  static TraceProgress onTerminal() {
    return new TraceProgress(Terminal.onStandardError() ? System.err : null);
  }

  @Override
  public void accept(TraceInput input) {
    long now = System.nanoTime();
    if (out != null && now - shown >= INTERVAL) {
      shown = now;
      out.print(ERASE_LINE + bar(input.consumed(), input.size(), now - started));
      out.flush();
    }
  }

  static String bar(long consumed, long size, long nanos) {
    double megabytes = consumed / 1e6;
    if (size <= 0) {
      return String.format(Locale.ROOT, "%.0f MB read", megabytes);
    }
    double part = Math.min(1, consumed / (double) size);
    int full = (int) (part * WIDTH);
    long left = (long) (nanos / Math.max(part, 1e-9) * (1 - part) / 1e9);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f%% of %.0f MB, %d s left",
        "#".repeat(full),
        " ".repeat(WIDTH - full),
        100 * part,
        size / 1e6,
        left);
  }

  void end() {
    if (out != null && shown != started) {
      out.print(ERASE_LINE);
      out.flush();
    }
  }
}
