package org.svabench.benchmarks.trace.count;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The lines of a trace in words. */
public final class LineNotes {
  private LineNotes() {}

  /**
   * Lines that have a part in the answer.
   *
   * @param counts of the trace
   * @return kinds with their numbers, in one line
   */
  public static String read(TraceCounts counts) {
    return kinds(counts, false);
  }

  /**
   * Lines that have none.
   *
   * @param counts of the trace
   * @return kinds with their numbers and first lines, in one line
   */
  public static String skipped(TraceCounts counts) {
    return kinds(counts, true);
  }

  private static String kinds(TraceCounts counts, boolean skipped) {
    List<String> parts = new ArrayList<>();
    for (LineKind kind : LineKind.values()) {
      if (kind.skipped() == skipped && counts.lines(kind) > 0) {
        String part = counts.lines(kind) + " " + kind.label();
        if (kind == LineKind.READ || kind == LineKind.OTHER) {
          part += " (" + listed(counts.byName(kind == LineKind.READ)) + ")";
        } else if (skipped) {
          part += " (first at line " + counts.firstLine(kind) + ")";
        }
        parts.add(part);
      }
    }
    return parts.isEmpty() ? "none" : String.join("; ", parts);
  }

  /**
   * Names with their numbers.
   *
   * @param counts name to number
   * @return largest first, joined by commas
   */
  public static String listed(Map<String, Long> counts) {
    return String.join(
        ", ",
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .toList());
  }
}
