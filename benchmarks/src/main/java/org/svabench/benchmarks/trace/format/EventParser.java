package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.call.TraceEvents;
import org.svabench.benchmarks.trace.call.Witness;
import org.svabench.benchmarks.trace.count.LineKind;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.text.Ascii;
import org.svabench.benchmarks.trace.text.Cursor;

/**
 * Lines of {@code perf script}, of ftrace and of {@code trace-cmd report}. A call is known by its
 * enter event; where exit events are in the trace as well, the call waits for its own.
 */
final class EventParser implements LineParser {
  private static final byte[] PAGES = Ascii.bytes("pages:");
  private static final byte[] PID = Ascii.bytes("pid=");
  private static final byte[] CLONE_FLAGS = Ascii.bytes("clone_flags=");
  private static final byte[] FILE = Ascii.bytes("filename=");
  private static final byte[] RETURNS = Ascii.bytes(" -> ");
  private static final byte[] TRACER = Ascii.bytes("# tracer:");
  private static final byte[] LOST = Ascii.bytes("LOST ");
  private static final byte[] EVENTS = Ascii.bytes(" EVENTS");
  private static final byte[] CPU = Ascii.bytes("CPU:");
  private static final byte[] PROCESSED = Ascii.bytes("Processed ");
  private static final byte[] CHUNKS = Ascii.bytes(" events and lost ");
  private static final byte[] RECORD = Ascii.bytes("PERF_RECORD_");

  private final TraceEvents events;
  private final TraceCounts counts;
  private final CallNames calls;
  private final Cursor cursor = new Cursor();
  private final EventLine front = new EventLine(cursor);
  private final NamedArguments arguments = new NamedArguments(cursor);
  private final PerfRecord records;
  private final EventName[] kinds;
  private final Call call = new Call();
  private final Call held = new Call();
  private final boolean[] exits = new boolean[Syscall.values().length];
  private boolean header;

  EventParser(TraceEvents events, TraceCounts counts) {
    this.events = events;
    this.counts = counts;
    this.calls = new CallNames(counts);
    this.records = new PerfRecord(cursor, events, counts);
    this.kinds = new EventName[TraceCounts.NAMES];
  }

  @Override
  public void line(byte[] bytes, int from, int to) {
    cursor.over(bytes, from, to);
    if (!front.read()) {
      counts.is(withoutTime());
      return;
    }
    cursor.skipBlanks();
    int start = cursor.at();
    if (cursor.number() && cursor.peek() == ' ') {
      cursor.skipBlanks();
      start = cursor.at();
    } else {
      cursor.moveTo(start);
    }
    if (cursor.take(RECORD)) {
      tell();
      counts.is(records.read());
      return;
    }
    int end = nameEnd(start);
    if (end == start) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    int name = counts.name(bytes, start, end);
    EventName event = kinds[name];
    if (event == null) {
      event = EventName.of(cursor.text(start, end), calls, counts);
      kinds[name] = event;
    }
    cursor.moveTo(end);
    event(name, event, start);
  }

  private LineKind withoutTime() {
    if (cursor.tooLarge()) {
      return LineKind.OUT_OF_RANGE;
    }
    cursor.skipBlanks();
    if (cursor.peek() < 0) {
      return LineKind.BLANK;
    }
    if (cursor.take(TRACER)) {
      header = true;
      return LineKind.COMMENT;
    }
    if (header && cursor.peek() == '#') {
      return LineKind.COMMENT;
    }
    if (cursor.take(CPU) && cursor.skipPast(LOST) && cursor.number()) {
      long lost = cursor.value();
      if (lost > 0 && cursor.take(EVENTS)) {
        counts.lost(lost);
        return LineKind.LOST;
      }
    }
    if (cursor.take(PROCESSED) && cursor.skipPast(CHUNKS) && cursor.number()) {
      long chunks = cursor.value();
      if (chunks > 0) {
        counts.lost(chunks);
        return LineKind.LOST;
      }
    }
    return LineKind.MALFORMED;
  }

  /** A name ends at a blank or a bracket; a colon at its end is not part of it. */
  private int nameEnd(int start) {
    byte[] bytes = cursor.bytes();
    int end = start;
    while (end < cursor.end() && bytes[end] != ' ' && bytes[end] != '(' && bytes[end] != '\t') {
      end++;
    }
    boolean colon = end > start && bytes[end - 1] == ':';
    boolean bracket = end < cursor.end() && bytes[end] == '(';
    boolean returns = cursor.startsWith(end, RETURNS);
    return colon ? end - 1 : bracket || returns ? end : start;
  }

  private void event(int name, EventName event, int start) {
    boolean returns = cursor.take(RETURNS);
    cursor.take(':');
    cursor.take('(');
    boolean exit = event.kind == EventName.Kind.EXIT || returns;
    if (held.syscall != null) {
      boolean own = exit && held.tid == front.tid() && held.syscall == event.syscall;
      if (own) {
        events.begin(held);
        held.syscall = null;
      } else {
        tell();
      }
    }
    if (front.tid() == 0) {
      counts.other(name);
      return;
    }
    events.line(
        front.nanos(), front.tid(), front.pid(), cursor.bytes(), front.nameFrom(), front.nameTo());
    if (exit) {
      returned(name, event.syscall);
      return;
    }
    switch (event.kind) {
      case ENTER -> entered(name, event.syscall);
      case FLUSH -> flushed(name);
      case NEW_TASK -> created(name);
      case EXEC -> executed(name);
      case TASK_EXIT -> ended(name);
      case IOMMU -> {
        counts.read(name);
        events.iommu(front.tid(), cursor.bytes(), withoutSystem(start), cursor.end());
      }
      default -> counts.other(name);
    }
  }

  private int withoutSystem(int start) {
    byte[] bytes = cursor.bytes();
    int at = start;
    while (bytes[at] != ' ' && at + 1 < cursor.at()) {
      if (bytes[at] == ':' && bytes[at + 1] != ' ') {
        return at + 1;
      }
      at++;
    }
    return start;
  }

  private void entered(int name, Syscall syscall) {
    if (syscall == null) {
      counts.other(name);
      return;
    }
    call.start(syscall, front.tid());
    if (!arguments.read(call)) {
      counts.is(LineKind.OUT_OF_RANGE);
      return;
    }
    counts.read(name);
    if (exits[syscall.ordinal()] || syscall == Syscall.EXIT || syscall == Syscall.EXIT_GROUP) {
      events.begin(call);
    } else {
      held.copy(call);
    }
  }

  private void returned(int name, Syscall syscall) {
    if (syscall == null) {
      counts.other(name);
      return;
    }
    exits[syscall.ordinal()] = true;
    call.start(syscall, front.tid());
    cursor.skipBlanks();
    if (!cursor.number()) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    if (cursor.value() < 0 && cursor.value() > -4096) {
      call.fail();
    } else {
      call.succeed(cursor.value());
    }
    counts.is(events.end(call) ? LineKind.CONTINUATION : LineKind.ORPHAN);
  }

  private void flushed(int name) {
    if (!cursor.skipPast(PAGES) || !cursor.number()) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    long pages = cursor.value();
    int open = -1;
    for (int i = cursor.at(); i < cursor.end(); i++) {
      open = cursor.bytes()[i] == '(' ? i : open;
    }
    cursor.moveTo(Math.max(open + 1, cursor.at()));
    if (open < 0 || !cursor.number() || cursor.value() < 0 || cursor.value() > 100) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    counts.read(name);
    events.flush(front.tid(), pages, (int) cursor.value());
  }

  private void created(int name) {
    if (!cursor.skipPast(PID) || !cursor.number() || !Range.isTid(cursor.value())) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    int tid = (int) cursor.value();
    if (!cursor.skipPast(CLONE_FLAGS) || !cursor.hexadecimal() || cursor.value() < 0) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    counts.read(name);
    events.created(front.tid(), tid, 0, cursor.value());
  }

  private void executed(int name) {
    String program = "";
    if (cursor.skipPast(FILE)) {
      int from = cursor.at();
      cursor.skipToBlank();
      String path = cursor.text(from, cursor.at());
      String file = path.substring(path.lastIndexOf('/') + 1);
      program = file.substring(0, Math.min(15, file.length()));
    }
    counts.read(name);
    events.executed(front.tid(), program, Witness.EVENT);
  }

  private void ended(int name) {
    counts.read(name);
    events.exited(front.tid());
  }

  private void tell() {
    if (held.syscall != null) {
      events.call(held);
      held.syscall = null;
    }
  }

  @Override
  public void end() {
    tell();
  }
}
