package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.text.Cursor;

/**
 * The front of a line of {@code perf script} ({@code comm tid [cpu] time: event}, with {@code
 * pid/tid} where asked for) or of ftrace ({@code comm-tid (tgid) [cpu] flags time: event}). Names
 * of threads may hold blanks, brackets and colons, so it is read backwards from the time.
 */
final class EventLine {
  private final Cursor cursor;
  private long nanos;
  private int tid;
  private int pid;
  private int nameFrom;
  private int nameTo;

  EventLine(Cursor cursor) {
    this.cursor = cursor;
  }

  long nanos() {
    return nanos;
  }

  int tid() {
    return tid;
  }

  /** The process, or 0. */
  int pid() {
    return pid;
  }

  int nameFrom() {
    return nameFrom;
  }

  int nameTo() {
    return nameTo;
  }

  /** Reads the front and leaves the cursor behind the time's colon. */
  boolean read() {
    int start = cursor.at();
    int time = time();
    if (time < 0) {
      return false;
    }
    cursor.moveTo(time);
    if (!cursor.seconds() || !cursor.take(':')) {
      cursor.moveTo(start);
      return false;
    }
    nanos = cursor.value();
    int behind = cursor.at();
    boolean thread = thread(start, time);
    cursor.moveTo(behind);
    return thread;
  }

  /** Where the time starts: digits, a decimal mark, digits, a colon. */
  private int time() {
    byte[] bytes = cursor.bytes();
    int from = cursor.at();
    for (int colon = from; colon < cursor.end(); colon++) {
      if (bytes[colon] != ':') {
        continue;
      }
      int at = colon;
      while (at > from && isDigit(bytes[at - 1])) {
        at--;
      }
      if (at == colon || at == from || bytes[at - 1] != '.' && bytes[at - 1] != ',') {
        continue;
      }
      int mark = --at;
      while (at > from && isDigit(bytes[at - 1])) {
        at--;
      }
      if (at < mark && at > from && isBlank(bytes[at - 1])) {
        return at;
      }
    }
    return -1;
  }

  private boolean thread(int start, int time) {
    byte[] bytes = cursor.bytes();
    int end = trimmed(start, time);
    int token = tokenStart(start, end);
    if (bytes[token] != '[') {
      int before = trimmed(start, token);
      int previous = tokenStart(start, before);
      if (previous < before && bytes[previous] == '[' && bytes[before - 1] == ']') {
        end = before;
        token = previous;
      }
    }
    if (token < end && bytes[token] == '[') {
      end = trimmed(start, token);
    }
    pid = 0;
    if (end > start && bytes[end - 1] == ')') {
      int open = end - 1;
      while (open > start && bytes[open] != '(') {
        open--;
      }
      cursor.moveTo(open + 1);
      cursor.skipBlanks();
      if (bytes[open] == '(' && cursor.peek() != '-' && !process()) {
        return false;
      }
      end = trimmed(start, open);
    }
    return id(start, end);
  }

  private boolean process() {
    if (!cursor.number() || !Range.isTid(cursor.value())) {
      return false;
    }
    pid = (int) cursor.value();
    return true;
  }

  /** {@code tid}, {@code pid/tid}, or {@code -tid} joined to the name. */
  private boolean id(int start, int end) {
    byte[] bytes = cursor.bytes();
    int digits = end;
    while (digits > start && isDigit(bytes[digits - 1])) {
      digits--;
    }
    if (digits == end || digits == start) {
      return false;
    }
    cursor.moveTo(digits);
    if (!cursor.number() || !Range.isTid(cursor.value())) {
      return false;
    }
    tid = (int) cursor.value();
    int name = digits - 1;
    if (bytes[name] == '/') {
      int process = name;
      while (process > start && isDigit(bytes[process - 1])) {
        process--;
      }
      cursor.moveTo(process);
      if (process == name || !process()) {
        return false;
      }
      name = process;
    } else if (bytes[name] != '-' && !isBlank(bytes[name])) {
      return false;
    }
    nameTo = trimmed(start, name);
    nameFrom = start;
    while (nameFrom < nameTo && isBlank(bytes[nameFrom])) {
      nameFrom++;
    }
    return true;
  }

  private int trimmed(int start, int end) {
    int at = end;
    while (at > start && isBlank(cursor.bytes()[at - 1])) {
      at--;
    }
    return at;
  }

  private int tokenStart(int start, int end) {
    int at = end;
    while (at > start && !isBlank(cursor.bytes()[at - 1])) {
      at--;
    }
    return at;
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isBlank(byte letter) {
    return letter == ' ' || letter == '\t';
  }
}
