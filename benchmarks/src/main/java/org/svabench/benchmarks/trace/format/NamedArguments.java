package org.svabench.benchmarks.trace.format;

import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.text.Ascii;
import org.svabench.benchmarks.trace.text.Cursor;
import org.svabench.benchmarks.trace.text.Words;

/**
 * Arguments as the kernel's tracepoints and {@code perf trace} write them: {@code name: value},
 * joined by commas. {@code perf trace} leaves out arguments that are zero.
 */
final class NamedArguments {
  private enum Argument {
    ADDRESS,
    LENGTH,
    PROTECTION,
    FLAGS,
    DESCRIPTOR,
    OFFSET,
    ADVICE,
    NEW_LENGTH,
    NEW_ADDRESS,
    MODE,
    CLONE_FLAGS
  }

  private static final Words NAMES = new Words(64);
  private static final Argument[] ARGUMENTS = new Argument[64];

  static {
    add(Argument.ADDRESS, "addr", "start", "brk", "shmaddr");
    add(Argument.LENGTH, "len", "len_in", "old_len", "length");
    add(Argument.PROTECTION, "prot");
    add(Argument.FLAGS, "flags");
    add(Argument.DESCRIPTOR, "fd", "fildes", "oldfd");
    add(Argument.OFFSET, "off", "offset", "pgoff");
    add(Argument.ADVICE, "behavior", "advice");
    add(Argument.NEW_LENGTH, "new_len");
    add(Argument.NEW_ADDRESS, "new_addr");
    add(Argument.MODE, "mode");
    add(Argument.CLONE_FLAGS, "clone_flags");
  }

  private static void add(Argument argument, String... names) {
    for (String name : names) {
      byte[] bytes = Ascii.bytes(name);
      ARGUMENTS[NAMES.add(bytes, 0, bytes.length)] = argument;
    }
  }

  private final Cursor cursor;

  NamedArguments(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Reads arguments up to the closing bracket or the end of the line. */
  boolean read(Call call) {
    if (call.syscall == Syscall.CLONE) {
      call.flags = -1;
    }
    while (true) {
      cursor.skipBlanks();
      int from = cursor.at();
      int colon = nameEnd();
      if (colon == from) {
        return Range.isUser(call.address, call.length)
            && Range.isUser(call.newAddress, call.newLength);
      }
      int name = NAMES.find(cursor.bytes(), from, colon);
      cursor.moveTo(colon + 1);
      cursor.skipBlanks();
      if (name >= 0 && !value(call, ARGUMENTS[name])) {
        return false;
      }
      skipValue();
    }
  }

  private int nameEnd() {
    byte[] bytes = cursor.bytes();
    int at = cursor.at();
    while (at < cursor.end()
        && (bytes[at] >= 'a' && bytes[at] <= 'z' || bytes[at] == '_' || bytes[at] == '2')) {
      at++;
    }
    return at < cursor.end() && bytes[at] == ':' ? at : cursor.at();
  }

  private void skipValue() {
    byte[] bytes = cursor.bytes();
    int at = cursor.at();
    boolean quoted = false;
    while (at < cursor.end() && (quoted || bytes[at] != ',' && bytes[at] != ')')) {
      quoted ^= bytes[at] == '"';
      at++;
    }
    cursor.moveTo(at);
    cursor.take(',');
  }

  private boolean value(Call call, Argument argument) {
    switch (argument) {
      case PROTECTION:
        call.flags = Symbols.PROTECTION.read(cursor);
        return call.flags >= 0;
      case FLAGS:
        call.more =
            call.syscall == Syscall.MREMAP ? Symbols.MREMAP.read(cursor) : Symbols.MAP.read(cursor);
        return call.more >= 0;
      case ADVICE:
        call.flags = Symbols.ADVICE.read(cursor);
        return call.flags >= 0;
      case MODE:
        call.flags = Symbols.FALLOCATE.read(cursor);
        return call.flags >= 0;
      case CLONE_FLAGS:
        call.flags = Symbols.CLONE.read(cursor);
        return call.flags >= 0;
      default:
        return cursor.number() && number(call, argument, cursor.value());
    }
  }

  private static boolean number(Call call, Argument argument, long value) {
    switch (argument) {
      case ADDRESS:
        call.address = value;
        break;
      case LENGTH:
        call.length = value;
        break;
      case DESCRIPTOR:
        call.fd = Math.max(-1, (int) value);
        break;
      case OFFSET:
        call.offset = value;
        break;
      case NEW_LENGTH:
        call.newLength = value;
        break;
      default:
        call.newAddress = value;
    }
    return true;
  }
}
