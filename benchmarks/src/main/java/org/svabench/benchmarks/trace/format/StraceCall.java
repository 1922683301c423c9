package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.text.Ascii;
import org.svabench.benchmarks.trace.text.Cursor;
import org.svabench.benchmarks.trace.text.Flags;

/**
 * One call as strace prints it: arguments by position, symbols by name, {@code = result}. Both ways
 * of printing descriptors, bare and with the path behind them, are taken.
 */
final class StraceCall {
  private static final byte[] EQUALS = Ascii.bytes(" = ");
  private static final byte[] FLAGS = Ascii.bytes("flags=");
  private static final byte[] COMMAND = Ascii.bytes(", F_");
  private static final byte[] DUPFD = Ascii.bytes(", F_DUPFD");
  private static final int NAME_LENGTH = 15;

  private final Cursor cursor;

  StraceCall(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads the arguments; the cursor stands behind the opening bracket. */
  boolean arguments(Call call) {
    switch (call.syscall) {
      case MUNMAP:
      case MADVISE:
      case MPROTECT:
      case MMAP:
      case MREMAP:
        return range(call) && behindRange(call);
      case BRK:
      case SHMDT:
        return address(call);
      case FALLOCATE:
        return descriptor(call)
            && comma()
            && flags(call, Symbols.FALLOCATE.read(cursor))
            && comma()
            && offset(call)
            && comma()
            && length(call);
      case CLOSE:
        return descriptor(call);
      case DUP:
        return copiedDescriptor(call);
      case CLONE:
        return cursor.skipPast(FLAGS) && flags(call, Symbols.CLONE.read(cursor));
      case EXECVE:
        call.name = programName();
        return true;
      default:
        return true;
    }
  }

  private boolean range(Call call) {
    return address(call) && comma() && length(call) && Range.isUser(call.address, call.length);
  }

  private boolean behindRange(Call call) {
    if (call.syscall == Syscall.MUNMAP) {
      return true;
    }
    if (!comma()) {
      return false;
    }
    if (call.syscall == Syscall.MREMAP) {
      return remapping(call);
    }
    Flags symbols = call.syscall == Syscall.MADVISE ? Symbols.ADVICE : Symbols.PROTECTION;
    return flags(call, symbols.read(cursor)) && (call.syscall != Syscall.MMAP || mapping(call));
  }

  private boolean mapping(Call call) {
    return comma()
        && more(call, Symbols.MAP.read(cursor))
        && comma()
        && descriptor(call)
        && (!comma() || offset(call));
  }

  private boolean remapping(Call call) {
    if (!cursor.number()) {
      return false;
    }
    call.newLength = cursor.value();
    if (!comma() || !more(call, Symbols.MREMAP.read(cursor))) {
      return false;
    }
    if (comma() && cursor.number()) {
      call.newAddress = cursor.value();
    }
    return Range.isUser(call.newAddress, call.newLength);
  }

  private boolean copiedDescriptor(Call call) {
    if (!descriptor(call)) {
      return false;
    }
    if (cursor.startsWith(cursor.at(), COMMAND) && !cursor.startsWith(cursor.at(), DUPFD)) {
      call.fd = -1;
    }
    return true;
  }

  private boolean address(Call call) {
    if (!cursor.number()) {
      return false;
    }
    call.address = cursor.value();
    return true;
  }

  private boolean length(Call call) {
    if (!cursor.number()) {
      return false;
    }
    call.length = cursor.value();
    return true;
  }

  private boolean offset(Call call) {
    if (!cursor.number()) {
      return false;
    }
    call.offset = cursor.value();
    return true;
  }

  private static boolean flags(Call call, long flags) {
    call.flags = flags;
    return flags >= 0;
  }

  private static boolean more(Call call, long flags) {
    call.more = flags;
    return flags >= 0;
  }

  /** {@code 4}, or {@code 4</memfd:heap (deleted)>} under {@code strace -y}. */
  private boolean descriptor(Call call) {
    if (!cursor.number() || cursor.value() > Range.LARGEST_FD) {
      return false;
    }
    call.fd = cursor.value() < 0 ? -1 : (int) cursor.value();
    if (cursor.take('<')) {
      byte[] bytes = cursor.bytes();
      int path = 1;
      for (int i = cursor.at(); i < cursor.end(); i++) {
        if (bytes[i] == '>' && (i + 1 == cursor.end() || endsArgument(bytes[i + 1]))) {
          cursor.moveTo(i + 1);
          call.path = path | 1;
          return true;
        }
        path = path * 31 + bytes[i];
      }
      return false;
    }
    return true;
  }

  private static boolean endsArgument(byte letter) {
    return letter == ',' || letter == ')' || letter == ' ';
  }

  private boolean comma() {
    if (!cursor.take(',')) {
      return false;
    }
    cursor.take(' ');
    return true;
  }

  /** The name the kernel gives the thread: the program's, without its folder, cut at 15 bytes. */
  private String programName() {
    int open = cursor.find('"');
    if (open < 0) {
      return null;
    }
    cursor.moveTo(open + 1);
    int close = cursor.find('"');
    if (close < 0) {
      return null;
    }
    int start = open + 1;
    for (int i = start; i < close; i++) {
      if (cursor.bytes()[i] == '/') {
        start = i + 1;
      }
    }
    return cursor.text(start, Math.min(close, start + NAME_LENGTH));
  }

  /**
   * Reads the result; the cursor stands somewhere in or behind the arguments.
   *
   * @return false when the line has none
   */
  boolean result(Call call) {
    if (cursor.take(')')) {
      cursor.skipBlanks();
    }
    if (cursor.peek() != '=') {
      int equals = cursor.findLast(EQUALS);
      if (equals < 0) {
        return false;
      }
      cursor.moveTo(equals + 1);
    }
    cursor.take('=');
    cursor.skipBlanks();
    if (cursor.take('?')) {
      cursor.skipBlanks();
      if (cursor.peek() == 'E') {
        call.fail();
      }
      return true;
    }
    if (!cursor.number()) {
      return false;
    }
    if (cursor.value() == -1 && call.syscall != Syscall.BRK || cursor.value() < -1 && isErrno()) {
      call.fail();
    } else {
      call.succeed(cursor.value());
    }
    return true;
  }

  private boolean isErrno() {
    return cursor.value() > -4096;
  }
}
