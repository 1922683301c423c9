package org.svabench.benchmarks.trace.format;

import java.util.function.BiFunction;
import org.svabench.benchmarks.trace.call.TraceEvents;
import org.svabench.benchmarks.trace.count.LineKind;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.results.input.BadInput;

/** The formats that are read, told apart by content: the one that understands most lines. */
public enum TraceFormat {
  /** Text of strace. */
  STRACE("strace", StraceParser::new),
  /** Text of perf script, ftrace and trace-cmd. */
  EVENTS("perf script or ftrace", EventParser::new),
  /** Text of perf trace. */
  PERF_TRACE("perf trace", PerfTraceParser::new),
  /** Our own table. */
  TABLE("table", TableParser::new);

  private static final int LINES = 500;

  private final String label;
  private final BiFunction<TraceEvents, TraceCounts, LineParser> parser;

  TraceFormat(String label, BiFunction<TraceEvents, TraceCounts, LineParser> parser) {
    this.label = label;
    this.parser = parser;
  }

  /**
   * The tool whose text it is.
   *
   * @return a name for the output
   */
  public String label() {
    return label;
  }

  /**
   * A parser for this format.
   *
   * @param events told what the lines say
   * @param counts counts the lines
   * @return a new parser
   */
  public LineParser parser(TraceEvents events, TraceCounts counts) {
    return parser.apply(events, counts);
  }

  /**
   * The format of a text.
   *
   * @param name what messages call it
   * @param head its first bytes
   * @return the format that understands most of the first lines
   * @throws BadInput if none understands any
   */
  public static TraceFormat of(String name, byte[] head) {
    TraceFormat[] formats = values();
    TraceCounts[] counts = new TraceCounts[formats.length];
    LineParser[] parsers = new LineParser[formats.length];
    for (int i = 0; i < formats.length; i++) {
      counts[i] = new TraceCounts();
      parsers[i] = formats[i].parser(Ignored.EVENTS, counts[i]);
    }
    int from = 0;
    for (int line = 0; line < LINES && from < head.length; line++) {
      int end = from;
      while (end < head.length && head[end] != '\n') {
        end++;
      }
      int to = end > from && head[end - 1] == '\r' ? end - 1 : end;
      for (LineParser parser : parsers) {
        parser.line(head, from, to);
      }
      from = end + 1;
    }
    TraceFormat best = null;
    long most = 0;
    for (int i = 0; i < formats.length; i++) {
      long understood = understood(counts[i]);
      if (understood > most) {
        most = understood;
        best = formats[i];
      }
    }
    if (best == null) {
      throw new BadInput(name, 1, advice(counts[STRACE.ordinal()]));
    }
    return best;
  }

  private static String advice(TraceCounts strace) {
    return strace.lines(LineKind.NO_TIME) > 0
        ? "strace without times; capture with strace -f -ttt"
        : "not a trace: expected text of strace -f -ttt, perf script, ftrace or perf trace, or a"
            + " table that starts with nsecs pid tid comm op start len flags";
  }

  private static long understood(TraceCounts counts) {
    return counts.lines(LineKind.READ)
        + counts.lines(LineKind.OTHER)
        + counts.lines(LineKind.CONTINUATION)
        + counts.lines(LineKind.END_OF_THREAD)
        + counts.lines(LineKind.THREAD_RECORD)
        + counts.lines(LineKind.COMMENT)
        + counts.lines(LineKind.SIGNAL);
  }
}
