package org.svabench.benchmarks.trace.text;

/**
 * Symbolic flags of one argument, such as {@code MAP_PRIVATE|MAP_FIXED}, by their numbers in the
 * kernel's interface. Names are taken with and without the argument's prefix, because {@code perf
 * trace} drops it, and plain numbers with the symbols. Immutable once built; reading allocates
 * nothing but for a bounded number of texts, which are then known as a whole.
 */
public final class Flags {
  private final Words names = new Words(128);
  private final long[] values = new long[128];
  private final String prefix;
  private final KnownTexts known = new KnownTexts();

  /**
   * Flags without a name yet.
   *
   * @param prefix what the full names start with, {@code MAP_}
   */
  public Flags(String prefix) {
    this.prefix = prefix;
  }

  /**
   * Adds a name.
   *
   * @param name without the prefix
   * @param value the bit or number it stands for
   * @return this
   */
  public Flags with(String name, long value) {
    add(name, value);
    add(prefix + name, value);
    return this;
  }

  private void add(String name, long value) {
    byte[] bytes = Ascii.bytes(name);
    values[names.add(bytes, 0, bytes.length)] = value;
  }

  /**
   * Steps over flags joined by {@code |}. Names that are not listed are stepped over and leave no
   * bit. {@code SIGCHLD} or a number may stand among them.
   *
   * @param cursor at the first flag
   * @return the bits, or -1 when there was no flag at all
   */
  public long read(Cursor cursor) {
    byte[] bytes = cursor.bytes();
    int from = cursor.at();
    int to = known.end(bytes, from, cursor.end());
    int slot = known.slot(bytes, from, to);
    if (slot >= 0 && known.holds(slot)) {
      cursor.moveTo(to);
      return known.bits(slot);
    }
    long bits = parsed(cursor);
    if (slot >= 0 && bits >= 0 && cursor.at() == to) {
      known.keep(slot, bytes, from, to, bits);
    }
    return bits;
  }

  private long parsed(Cursor cursor) {
    long bits = 0;
    boolean any = false;
    byte[] bytes = cursor.bytes();
    int end = cursor.end();
    do {
      int from = cursor.at();
      int to = from;
      while (to < end && isNamePart(bytes[to])) {
        to++;
      }
      if (to == from) {
        return any ? bits : -1;
      }
      if (bytes[from] >= '0' && bytes[from] <= '9') {
        if (!cursor.number()) {
          return -1;
        }
        bits |= shifted(cursor) ? 0 : cursor.value();
        comment(cursor);
      } else {
        cursor.moveTo(to);
        int index = names.find(bytes, from, to);
        bits |= index < 0 ? 0 : values[index];
      }
      any = true;
    } while (cursor.take('|'));
    return bits;
  }

  private static final byte[] SHIFT = Ascii.bytes("<<");

  /** {@code 21<<MAP_HUGE_SHIFT} is the size of a huge page and no flag. */
  private static boolean shifted(Cursor cursor) {
    if (!cursor.take(SHIFT)) {
      return false;
    }
    while (cursor.at() < cursor.end() && isNamePart(cursor.bytes()[cursor.at()])) {
      cursor.moveTo(cursor.at() + 1);
    }
    return true;
  }

  private static final byte[] COMMENT = Ascii.bytes(" /* ");
  private static final byte[] COMMENT_END = Ascii.bytes(" */");

  /** {@code strace -X verbose} writes {@code 0x3 /* PROT_READ|PROT_WRITE *}{@code /}. */
  private static void comment(Cursor cursor) {
    if (cursor.take(COMMENT)) {
      cursor.skipPast(COMMENT_END);
    }
  }

  private static boolean isNamePart(byte letter) {
    return letter >= 'A' && letter <= 'Z'
        || letter >= 'a' && letter <= 'z'
        || letter >= '0' && letter <= '9'
        || letter == '_';
  }
}
