package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.call.TraceEvents;
import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.LineKind;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.text.Ascii;
import org.svabench.benchmarks.trace.text.Cursor;

/**
 * Lines of {@code strace -f -ttt [-T] [-y] [-Y]}, written to a file ({@code PID TIME CALL}) or to
 * the terminal ({@code [pid PID] TIME CALL}). Wall-clock times ({@code -tt}) are taken as seconds
 * of a day. The hot path allocates nothing.
 */
final class StraceParser implements LineParser {
  private static final byte[] PID = Ascii.bytes("pid ");
  private static final byte[] UNFINISHED = Ascii.bytes("<unfinished ...>");
  private static final byte[] RESUMED = Ascii.bytes(" resumed>");
  private static final byte[] RESUMES = Ascii.bytes("<... ");
  private static final byte[] EXITED = Ascii.bytes("+++ exited");
  private static final byte[] KILLED = Ascii.bytes("+++ killed");
  private static final byte[] SUPERSEDED = Ascii.bytes("+++ superseded by execve in pid ");
  private static final byte[] SIGNAL = Ascii.bytes("--- ");
  private static final byte[] TRACER = Ascii.bytes("strace: ");
  private static final byte[] PROCESS = Ascii.bytes("Process ");
  private static final byte[] INTERRUPTED = Ascii.bytes(": Process ");
  private static final byte[] ATTACHED = Ascii.bytes(" attached");
  private static final byte[] FRAME = Ascii.bytes("> ");

  private final TraceEvents events;
  private final TraceCounts counts;
  private final CallNames names;
  private final Cursor cursor = new Cursor();
  private final StraceCall arguments = new StraceCall(cursor);
  private final Call call = new Call();
  private int tid;
  private int nameFrom;
  private int nameTo;
  private long nanos;
  private int interrupted;
  private Syscall interruptedCall;

  StraceParser(TraceEvents events, TraceCounts counts) {
    this.events = events;
    this.counts = counts;
    this.names = new CallNames(counts);
  }

  @Override
  public void line(byte[] bytes, int from, int to) {
    cursor.over(bytes, from, to);
    LineKind wrong = prefix();
    if (wrong != null) {
      counts.is(wrong);
      return;
    }
    int next = cursor.peek();
    if (next >= 'a' && next <= 'z' || next == '_') {
      beginOfCall();
    } else if (next == '<' && cursor.take(RESUMES)) {
      endOfCall();
    } else if (next == '+') {
      endOfThread();
    } else if (next == '-' && cursor.take(SIGNAL)) {
      thread();
      counts.is(LineKind.SIGNAL);
    } else if (next == '?') {
      thread();
      counts.is(LineKind.ORPHAN);
    } else {
      counts.is(LineKind.MALFORMED);
    }
  }

  /** Reads thread and time. Returns what the line is instead of a line with both, or null. */
  private LineKind prefix() {
    cursor.skipBlanks();
    int start = cursor.at();
    tid = 0;
    nameFrom = start;
    nameTo = start;
    if (cursor.take('[')) {
      if (!cursor.take(PID)) {
        return LineKind.MESSAGE;
      }
      cursor.skipBlanks();
      if (!pid() || !cursor.take(']')) {
        return wrong();
      }
    } else {
      if (cursor.peek() < 0) {
        return LineKind.BLANK;
      }
      if (!cursor.number()) {
        return withoutPrefix();
      }
      if (cursor.peek() == ' ' && Range.isTid(cursor.value())) {
        tid = (int) cursor.value();
      } else if (cursor.peek() == ' ' || cursor.peek() == '<') {
        cursor.moveTo(start);
        if (!pid()) {
          return wrong();
        }
      } else {
        cursor.moveTo(start);
      }
    }
    cursor.skipBlanks();
    if (!time()) {
      return cursor.peek() < 0 ? LineKind.MALFORMED : LineKind.NO_TIME;
    }
    cursor.skipBlanks();
    while (cursor.peek() == '[' || cursor.peek() == '(') {
      int close = cursor.find(cursor.peek() == '[' ? ']' : ')');
      if (close < 0) {
        return LineKind.MALFORMED;
      }
      cursor.moveTo(close + 1);
      cursor.skipBlanks();
    }
    return null;
  }

  private LineKind withoutPrefix() {
    if (cursor.tooLarge()) {
      return LineKind.OUT_OF_RANGE;
    }
    if (cursor.take(FRAME)) {
      return LineKind.STACK_FRAME;
    }
    if (cursor.take(TRACER) || cursor.take(PROCESS)) {
      return LineKind.MESSAGE;
    }
    if (cursor.take(UNFINISHED)) {
      return LineKind.MESSAGE;
    }
    int next = cursor.peek();
    if (interruptedCall != null && (next == ',' || next == ')')) {
      return endOfInterrupted();
    }
    return next >= 'a' && next <= 'z' && cursor.find('(') >= 0
        ? LineKind.NO_TIME
        : LineKind.MALFORMED;
  }

  private boolean pid() {
    if (!cursor.number() || !Range.isTid(cursor.value())) {
      return false;
    }
    tid = (int) cursor.value();
    if (cursor.take('<')) {
      int close = cursor.find('>');
      if (close < 0) {
        return false;
      }
      nameFrom = cursor.at();
      nameTo = close;
      cursor.moveTo(close + 1);
    }
    return true;
  }

  /** Seconds since the epoch, or hours, minutes and seconds of the day. */
  private boolean time() {
    if (!cursor.seconds()) {
      return false;
    }
    long seconds = cursor.value();
    for (int part = 0; part < 2 && cursor.take(':'); part++) {
      if (!cursor.seconds() || seconds >= 360_000_000_000_000L) {
        return false;
      }
      seconds = seconds * 60 + cursor.value();
    }
    nanos = seconds;
    return true;
  }

  private LineKind wrong() {
    return cursor.tooLarge() || !Range.isTid(cursor.value())
        ? LineKind.OUT_OF_RANGE
        : LineKind.MALFORMED;
  }

  private void thread() {
    events.line(nanos, tid, 0, cursor.bytes(), nameFrom, nameTo);
  }

  private void beginOfCall() {
    int start = cursor.at();
    int bracket = cursor.endOfName();
    byte[] bytes = cursor.bytes();
    if (bracket == cursor.end() || bytes[bracket] != '(') {
      counts.is(LineKind.MALFORMED);
      return;
    }
    int name = counts.name(bytes, start, bracket);
    Syscall syscall = names.call(name);
    if (syscall == null) {
      thread();
      counts.other(name);
      return;
    }
    cursor.moveTo(bracket + 1);
    call.start(syscall, tid);
    if (!arguments.arguments(call)) {
      counts.is(numbersWrong() ? LineKind.OUT_OF_RANGE : LineKind.MALFORMED);
      return;
    }
    if (cursor.peek() != ')' && isCut(syscall)) {
      thread();
      counts.read(name);
      events.begin(call);
      return;
    }
    if (!arguments.result(call)) {
      counts.is(cursor.tooLarge() ? LineKind.OUT_OF_RANGE : LineKind.MALFORMED);
      return;
    }
    thread();
    counts.read(name);
    finished();
  }

  private boolean isCut(Syscall syscall) {
    if (cursor.endsWith(ATTACHED) && cursor.find(INTERRUPTED) >= 0) {
      interrupted = tid;
      interruptedCall = syscall;
      return true;
    }
    return cursor.endsWith(UNFINISHED);
  }

  private boolean numbersWrong() {
    return cursor.tooLarge()
        || !Range.isUser(call.address, call.length)
        || !Range.isUser(call.newAddress, call.newLength);
  }

  /** Hands the call over, unless it has no result because its thread ended in it. */
  private void finished() {
    boolean ends = call.syscall == Syscall.EXIT || call.syscall == Syscall.EXIT_GROUP;
    if (call.outcome == Call.Outcome.UNKNOWN && !ends) {
      counts.assumed(Assumption.UNFINISHED);
    } else {
      events.call(call);
    }
  }

  private void endOfCall() {
    int start = cursor.at();
    int end = cursor.find(RESUMED);
    if (end < 0) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    thread();
    Syscall syscall = names.call(counts.name(cursor.bytes(), start, end));
    if (syscall == null) {
      counts.is(LineKind.CONTINUATION);
      return;
    }
    cursor.moveTo(end + RESUMED.length);
    call.start(syscall, tid);
    if (!arguments.result(call)) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    counts.is(events.end(call) ? LineKind.CONTINUATION : LineKind.ORPHAN);
  }

  /** On a terminal, strace's own message that it follows a child cuts the line of the clone. */
  private LineKind endOfInterrupted() {
    call.start(interruptedCall, interrupted);
    interruptedCall = null;
    if (!arguments.result(call)) {
      return LineKind.MALFORMED;
    }
    return events.end(call) ? LineKind.CONTINUATION : LineKind.ORPHAN;
  }

  private void endOfThread() {
    if (cursor.take(SUPERSEDED)) {
      if (!cursor.number() || !Range.isTid(cursor.value())) {
        counts.is(LineKind.MALFORMED);
        return;
      }
      thread();
      events.superseded(tid, (int) cursor.value());
    } else if (cursor.take(EXITED) || cursor.take(KILLED)) {
      thread();
      events.exited(tid);
    } else {
      counts.is(LineKind.MALFORMED);
      return;
    }
    counts.is(LineKind.END_OF_THREAD);
  }
}
