package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.call.TraceEvents;
import org.svabench.benchmarks.trace.count.LineKind;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.text.Ascii;
import org.svabench.benchmarks.trace.text.Cursor;
import org.svabench.benchmarks.trace.text.Flags;

/**
 * Our own table, {@value #HEADER}, one operation a line, separated as its header is: by tabs, or by
 * blanks. For probes of one's own. Operations are the names of system calls and
 *
 * <ul>
 *   <li>{@code flush}: the kernel invalidated start and len; flags is the stride's shift;
 *   <li>{@code fork}: start is the child's pid;
 *   <li>{@code exec} and {@code exit}.
 * </ul>
 *
 * <p>The start of an {@code mmap} is where it mapped; {@code mremap} names what it took away.
 */
final class TableParser implements LineParser {
  static final String HEADER = "nsecs pid tid comm op start len flags";

  private static final String[] COLUMNS = HEADER.split(" ");
  private static final byte[] FLUSH = Ascii.bytes("flush");
  private static final byte[] EXEC = Ascii.bytes("exec");
  private static final byte[] PROTECTION = Ascii.bytes("PROT_");
  private static final int NAME = 3;
  private static final int OPERATION = 4;
  private static final int FLAGS = 7;
  private static final int SMALL_PAGE = 12;
  private static final int LARGEST_STRIDE = 39;

  private final TraceEvents events;
  private final TraceCounts counts;
  private final CallNames names;
  private final Cursor cursor = new Cursor();
  private final Call call = new Call();
  private final int[] from = new int[COLUMNS.length];
  private final int[] to = new int[COLUMNS.length];
  private boolean header;
  private boolean tabs;
  private int tid;
  private boolean failed;

  TableParser(TraceEvents events, TraceCounts counts) {
    this.events = events;
    this.counts = counts;
    this.names = new CallNames(counts);
  }

  @Override
  public void line(byte[] bytes, int lineFrom, int lineTo) {
    cursor.over(bytes, lineFrom, lineTo);
    cursor.skipBlanks();
    if (cursor.peek() < 0) {
      counts.is(LineKind.BLANK);
    } else if (!header) {
      header = isHeader(lineFrom);
      counts.is(header ? LineKind.COMMENT : LineKind.MALFORMED);
    } else if (cursor.peek() == '#') {
      counts.is(LineKind.COMMENT);
    } else {
      cursor.moveTo(lineFrom);
      row();
    }
  }

  private boolean isHeader(int lineFrom) {
    cursor.moveTo(lineFrom);
    tabs = cursor.find('\t') >= 0;
    if (split() != COLUMNS.length) {
      return false;
    }
    for (int i = 0; i < COLUMNS.length; i++) {
      if (!cursor.text(from[i], to[i]).equals(COLUMNS[i])) {
        return false;
      }
    }
    return true;
  }

  private int split() {
    byte[] bytes = cursor.bytes();
    int end = cursor.end();
    int at = cursor.at();
    int column = 0;
    while (column < COLUMNS.length && at <= end) {
      while (!tabs && at < end && bytes[at] == ' ') {
        at++;
      }
      from[column] = at;
      while (at < end && bytes[at] != '\t' && (tabs || bytes[at] != ' ')) {
        at++;
      }
      to[column] = at;
      if (from[column] < at || tabs) {
        column++;
      }
      at++;
    }
    return column;
  }

  private void row() {
    int columns = split();
    if (columns < COLUMNS.length - 1) {
      counts.is(LineKind.MALFORMED);
      return;
    }
    if (columns < COLUMNS.length) {
      from[FLAGS] = to[FLAGS - 1];
      to[FLAGS] = from[FLAGS];
    }
    failed = false;
    long nanos = value(0, false);
    long process = value(1, false);
    long thread = value(2, false);
    long start = value(5, true);
    long length = value(6, true);
    boolean ids = Range.isTid(process) && Range.isTid(thread);
    if (failed || nanos < 0 || !ids) {
      counts.is(cursor.tooLarge() || !ids ? LineKind.OUT_OF_RANGE : LineKind.MALFORMED);
      return;
    }
    tid = (int) thread;
    byte[] bytes = cursor.bytes();
    int name = counts.name(bytes, from[OPERATION], to[OPERATION]);
    boolean flush = is(FLUSH);
    boolean everything = flush && start == 0 && length == -1L;
    if (!everything && !Range.isUser(start, length)) {
      counts.is(LineKind.OUT_OF_RANGE);
      return;
    }
    events.line(nanos, tid, (int) process, bytes, from[NAME], to[NAME]);
    Syscall syscall = is(EXEC) ? Syscall.EXECVE : names.call(name);
    if (flush) {
      counts.read(name);
      long stride = hasFlags() ? value(FLAGS, true) : SMALL_PAGE;
      boolean known = stride >= SMALL_PAGE && stride <= LARGEST_STRIDE;
      long end = everything ? length : start + length;
      events.flushRange(tid, start, end, known ? (int) stride : SMALL_PAGE);
    } else if (syscall == null || !operation(syscall, start, length)) {
      counts.other(name);
    } else {
      counts.read(name);
    }
  }

  private long value(int column, boolean optional) {
    int end = to[column];
    cursor.moveTo(from[column]);
    boolean nothing = end == from[column] || end == from[column] + 1 && cursor.peek() == '-';
    if (optional && nothing) {
      return 0;
    }
    if (!cursor.number() || cursor.at() != end) {
      failed = true;
    }
    return cursor.value();
  }

  private boolean hasFlags() {
    cursor.moveTo(from[FLAGS]);
    return to[FLAGS] > from[FLAGS] && cursor.peek() != '-';
  }

  private long flags(Flags symbols) {
    return hasFlags() ? Math.max(0, symbols.read(cursor)) : 0;
  }

  private boolean is(byte[] operation) {
    return to[OPERATION] - from[OPERATION] == operation.length
        && cursor.startsWith(from[OPERATION], operation);
  }

  private boolean operation(Syscall syscall, long start, long length) {
    call.start(syscall, tid);
    call.address = start;
    call.length = length;
    switch (syscall) {
      case MUNMAP, BRK -> {}
      case MPROTECT -> call.flags = flags(Symbols.PROTECTION);
      case MADVISE -> call.flags = flags(Symbols.ADVICE);
      case MMAP -> {
        call.flags = hasFlags() && cursor.find(PROTECTION) >= 0 ? flags(Symbols.PROTECTION) : 3;
        call.more = flags(Symbols.MAP);
        if (start != 0) {
          call.succeed(start);
        }
      }
      case MREMAP -> call.succeed(start);
      case CLONE, FORK, VFORK -> {
        call.flags = flags(Symbols.CLONE);
        call.succeed(start);
      }
      case EXECVE -> {
        call.name = cursor.text(from[NAME], to[NAME]);
        call.succeed(0);
      }
      case EXIT -> {
        events.exited(tid);
        return true;
      }
      case EXIT_GROUP -> {}
      default -> {
        return false;
      }
    }
    events.call(call);
    return true;
  }
}
