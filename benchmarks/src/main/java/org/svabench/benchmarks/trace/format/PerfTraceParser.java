package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.call.TraceEvents;
import org.svabench.benchmarks.trace.count.LineKind;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.text.Ascii;
import org.svabench.benchmarks.trace.text.Cursor;

/**
 * Lines of {@code perf trace}: {@code milliseconds ( duration ms): comm/tid call(name: value) =
 * result}. Without {@code -T} times count from the first event.
 */
final class PerfTraceParser implements LineParser {
  private static final byte[] FRONT_END = Ascii.bytes("): ");
  private static final byte[] CONTINUED = Ascii.bytes("... [continued]: ");
  private static final byte[] OPEN_END = Ascii.bytes(" ...");
  private static final byte[] EQUALS = Ascii.bytes(" = ");
  private static final byte[] LOST = Ascii.bytes("LOST ");

  private final TraceEvents events;
  private final TraceCounts counts;
  private final CallNames names;
  private final Cursor cursor = new Cursor();
  private final NamedArguments arguments = new NamedArguments(cursor);
  private final Call call = new Call();
  private long nanos;
  private int tid;
  private int nameFrom;
  private int nameTo;

  PerfTraceParser(TraceEvents events, TraceCounts counts) {
    this.events = events;
    this.counts = counts;
    this.names = new CallNames(counts);
  }

  @Override
  public void line(byte[] bytes, int from, int to) {
    cursor.over(bytes, from, to);
    cursor.skipBlanks();
    if (cursor.peek() < 0) {
      counts.is(LineKind.BLANK);
      return;
    }
    if (cursor.take(LOST)) {
      boolean some = cursor.number() && cursor.value() > 0;
      counts.lost(some ? cursor.value() : 0);
      counts.is(some ? LineKind.LOST : LineKind.MALFORMED);
      return;
    }
    if (!front()) {
      counts.is(cursor.tooLarge() ? LineKind.OUT_OF_RANGE : LineKind.MALFORMED);
      return;
    }
    cursor.skipBlanks();
    boolean continued = cursor.take(CONTINUED);
    int start = cursor.at();
    int bracket = cursor.find('(');
    if (bracket <= start) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    int name = counts.name(bytes, start, bracket);
    Syscall syscall = names.call(name);
    cursor.moveTo(bracket + 1);
    if (syscall == null) {
      thread();
      counts.other(name);
    } else if (continued) {
      ended(syscall);
    } else {
      begun(name, syscall);
    }
  }

  /** Time, duration and thread. */
  private boolean front() {
    if (!cursor.take('?')) {
      if (!cursor.milliseconds()) {
        return false;
      }
      nanos = cursor.value();
    }
    cursor.skipBlanks();
    if (!cursor.take('(') || !cursor.skipPast(FRONT_END)) {
      return false;
    }
    tid = 0;
    nameFrom = cursor.at();
    nameTo = nameFrom;
    byte[] bytes = cursor.bytes();
    for (int slash = nameFrom; slash < cursor.end() && bytes[slash] != '('; slash++) {
      if (bytes[slash] == '/') {
        cursor.moveTo(slash + 1);
        if (cursor.number() && cursor.peek() == ' ') {
          if (!Range.isTid(cursor.value())) {
            return false;
          }
          tid = (int) cursor.value();
          nameTo = slash;
          return true;
        }
        cursor.moveTo(nameFrom);
      }
    }
    return true;
  }

  private void thread() {
    events.line(nanos, tid, 0, cursor.bytes(), nameFrom, nameTo);
  }

  private void begun(int name, Syscall syscall) {
    call.start(syscall, tid);
    if (!arguments.read(call)) {
      counts.is(LineKind.OUT_OF_RANGE);
      return;
    }
    boolean open = cursor.endsWith(OPEN_END);
    if (!open && !result()) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    thread();
    counts.read(name);
    if (open) {
      events.begin(call);
    } else {
      events.call(call);
    }
  }

  private void ended(Syscall syscall) {
    call.start(syscall, tid);
    if (!result()) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    thread();
    counts.is(events.end(call) ? LineKind.CONTINUATION : LineKind.ORPHAN);
  }

  private boolean result() {
    int equals = cursor.findLast(EQUALS);
    if (equals < 0) {
      return false;
    }
    cursor.moveTo(equals + EQUALS.length);
    cursor.skipBlanks();
    if (cursor.take('?')) {
      return true;
    }
    if (!cursor.number()) {
      return false;
    }
    if (cursor.value() < 0 && cursor.value() > -4096) {
      call.fail();
    } else {
      call.succeed(cursor.value());
    }
    return true;
  }
}
