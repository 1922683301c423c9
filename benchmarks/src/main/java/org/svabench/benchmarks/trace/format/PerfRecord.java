package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.call.TraceEvents;
import org.svabench.benchmarks.trace.call.Witness;
import org.svabench.benchmarks.trace.count.LineKind;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.text.Ascii;
import org.svabench.benchmarks.trace.text.Cursor;

/**
 * Records that {@code perf script --show-task-events --show-lost-events} prints among the events:
 * {@code FORK(pid:tid):(pid:tid)}, {@code EXIT(pid:tid):(pid:tid)}, {@code COMM exec:
 * name:pid/tid}, {@code LOST lost 12}.
 */
final class PerfRecord {
  private static final byte[] FORK = Ascii.bytes("FORK(");
  private static final byte[] EXIT = Ascii.bytes("EXIT(");
  private static final byte[] EXEC = Ascii.bytes("COMM exec: ");
  private static final byte[] LOST = Ascii.bytes("LOST");
  private static final byte[] PARENT = Ascii.bytes("):(");

  private final Cursor cursor;
  private final TraceEvents events;
  private final TraceCounts counts;

  PerfRecord(Cursor cursor, TraceEvents events, TraceCounts counts) {
    this.cursor = cursor;
    this.events = events;
    this.counts = counts;
  }

  /** Reads a record; the cursor stands behind {@code PERF_RECORD_}. */
  LineKind read() {
    if (cursor.take(FORK)) {
      return fork();
    }
    if (cursor.take(EXIT)) {
      int process = id();
      int thread = process >= 0 && cursor.take(':') ? id() : -1;
      if (thread < 0) {
        return LineKind.MALFORMED;
      }
      events.exited(thread);
      return LineKind.THREAD_RECORD;
    }
    if (cursor.take(EXEC)) {
      return exec();
    }
    if (cursor.take(LOST)) {
      return lost();
    }
    return LineKind.MESSAGE;
  }

  private LineKind fork() {
    int process = id();
    int thread = process >= 0 && cursor.take(':') ? id() : -1;
    int parent = thread >= 0 && cursor.take(PARENT) ? id() : -1;
    int creator = parent >= 0 && cursor.take(':') ? id() : -1;
    if (creator < 0) {
      return LineKind.MALFORMED;
    }
    if (process != 0) {
      events.created(creator, thread, process, -1);
    }
    return LineKind.THREAD_RECORD;
  }

  private LineKind exec() {
    int from = cursor.at();
    int slash = -1;
    int colon = -1;
    for (int i = from; i < cursor.end(); i++) {
      if (cursor.bytes()[i] == '/') {
        slash = i;
      } else if (cursor.bytes()[i] == ':') {
        colon = i;
      }
    }
    cursor.moveTo(slash + 1);
    int thread = slash > colon && colon > from ? id() : -1;
    if (thread < 0) {
      return LineKind.MALFORMED;
    }
    events.executed(thread, cursor.text(from, colon), Witness.RECORD);
    return LineKind.THREAD_RECORD;
  }

  private LineKind lost() {
    while (cursor.peek() >= 0 && (cursor.peek() < '0' || cursor.peek() > '9')) {
      cursor.moveTo(cursor.at() + 1);
    }
    if (!cursor.number() || cursor.value() <= 0) {
      return LineKind.MALFORMED;
    }
    counts.lost(cursor.value());
    return LineKind.LOST;
  }

  private int id() {
    return cursor.number() && Range.isTid(cursor.value()) ? (int) cursor.value() : -1;
  }
}
