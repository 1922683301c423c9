package org.svabench.benchmarks.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.svabench.benchmarks.suite.Minutes;
import org.svabench.results.gate.GateProgress;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.verdict.RowVerdict;
import org.svabench.results.jmh.ResultKey;

/** A gate's progress for a person; on a terminal one line is rewritten. */
final class GateScreen implements GateProgress {
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;

  GateScreen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void phase(String what) {
    passing(what);
  }

  @Override
  public void starting(ResultKey row, PairKind kind, int done, int open, int rows, Duration left) {
    passing(
        String.format(
            Locale.ROOT,
            "[%d/%d rows decided] %s left  %s, %s %d",
            rows - open,
            rows,
            Minutes.of(left),
            row,
            switch (kind) {
              case CONFIRM -> "slower, confirming with pair";
              case CONTROL -> "baseline against itself after pair";
              default -> "pair";
            },
            kind == PairKind.CONTROL ? done : done + 1));
  }

  private void passing(String line) {
    if (terminal) {
      out.print(ERASE_LINE + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  @Override
  public void closed(RowVerdict verdict) {
    String change =
        verdict.metrics().isEmpty()
            ? ""
            : String.format(Locale.ROOT, "  %+.1f%%", 100 * (verdict.metrics().get(0).ratio() - 1));
    out.println((terminal ? ERASE_LINE : "") + verdict.row() + change + "  " + verdict.outcome());
  }

  @Override
  public void end() {
    if (terminal) {
      out.print(ERASE_LINE);
      out.flush();
    }
  }
}
