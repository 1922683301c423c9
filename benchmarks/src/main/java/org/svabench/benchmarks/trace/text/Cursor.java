package org.svabench.benchmarks.trace.text;

import java.nio.charset.StandardCharsets;

/**
 * A position in one line of bytes. Parsing methods return whether they found what they were asked
 * for and leave the position unchanged when they did not. Allocates nothing but in {@link #text}.
 */
public final class Cursor {
  /** Decimal digits that fit in 63 bits whatever they are. */
  private static final int FITTING_DIGITS = 18;

  /** A tenth of the largest unsigned number, which ends in 5. */
  private static final long TENTH = 1844674407370955161L;

  /** Powers of ten, up to the digits of a fraction that are a whole nanosecond. */
  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  private static final long LONGEST_SECONDS = Long.MAX_VALUE / 1_000_000_000 - 1;
  private static final long LONGEST_MILLISECONDS = Long.MAX_VALUE / 1_000_000 - 1;

  /** The value of a hexadecimal digit by its byte, or -1. */
  private static final byte[] HEXADECIMAL = new byte[256];

  static {
    for (int letter = 0; letter < HEXADECIMAL.length; letter++) {
      HEXADECIMAL[letter] = (byte) Character.digit(letter < 128 ? letter : 0, 16);
    }
  }

  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private long value;
  private boolean tooLarge;

  /**
   * Moves to the start of another line.
   *
   * @param line the bytes that hold the line
   * @param from first byte of the line
   * @param to one past its last byte
   */
  public void over(byte[] line, int from, int to) {
    bytes = line;
    at = from;
    end = to;
    tooLarge = false;
  }

  /**
   * The bytes under the cursor.
   *
   * @return the array given to {@link #over}
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Where the cursor stands.
   *
   * @return index into {@link #bytes}
   */
  public int at() {
    return at;
  }

  /**
   * Where the line ends.
   *
   * @return one past the last byte
   */
  public int end() {
    return end;
  }

  /**
   * Moves the cursor.
   *
   * @param position index into {@link #bytes}, at most {@link #end}
   */
  public void moveTo(int position) {
    at = position;
  }

  /**
   * Cuts the line short.
   *
   * @param position the new end
   */
  public void endAt(int position) {
    end = position;
  }

  /**
   * The next byte.
   *
   * @return the byte, or -1 at the end
   */
  public int peek() {
    return at < end ? bytes[at] : -1;
  }

  /** Steps over blanks and tabs. */
  public void skipBlanks() {
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
  }

  /** Steps to the next blank, tab or the end. */
  public void skipToBlank() {
    while (at < end && bytes[at] != ' ' && bytes[at] != '\t') {
      at++;
    }
  }

  /**
   * Steps over one byte if it is the expected one.
   *
   * @param expected the byte
   * @return whether it was there
   */
  public boolean take(char expected) {
    if (at < end && bytes[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  /**
   * Steps over a word if it is next.
   *
   * @param expected ASCII bytes
   * @return whether it was there
   */
  public boolean take(byte[] expected) {
    if (!startsWith(at, expected)) {
      return false;
    }
    at += expected.length;
    return true;
  }

  /**
   * Whether a word stands at a position.
   *
   * @param position index into {@link #bytes}
   * @param expected ASCII bytes
   * @return whether all of it is there before the end
   */
  public boolean startsWith(int position, byte[] expected) {
    if (end - position < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[position + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the line ends with a word.
   *
   * @param expected ASCII bytes
   * @return whether it does, at or after the cursor
   */
  public boolean endsWith(byte[] expected) {
    int start = end - expected.length;
    return start >= at && startsWith(start, expected);
  }

  /**
   * Moves behind the next occurrence of a word.
   *
   * @param wanted ASCII bytes, not empty
   * @return whether there is one
   */
  public boolean skipPast(byte[] wanted) {
    int found = find(wanted);
    if (found < 0) {
      return false;
    }
    at = found + wanted.length;
    return true;
  }

  /**
   * The next occurrence of a word.
   *
   * @param wanted ASCII bytes, not empty
   * @return its index, or -1
   */
  public int find(byte[] wanted) {
    int last = end - wanted.length;
    for (int i = at; i <= last; i++) {
      if (bytes[i] == wanted[0] && startsWith(i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The next occurrence of a byte.
   *
   * @param wanted the byte
   * @return its index, or -1
   */
  public int find(char wanted) {
    for (int i = at; i < end; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The last occurrence of a word at or after the cursor.
   *
   * @param wanted ASCII bytes, not empty
   * @return its index, or -1
   */
  public int findLast(byte[] wanted) {
    for (int i = end - wanted.length; i >= at; i--) {
      if (bytes[i] == wanted[0] && startsWith(i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Steps over a number: decimal or {@code 0x} hexadecimal, with an optional minus, or {@code NULL}
   * and {@code (nil)} for zero. The number is then {@link #value}.
   *
   * @return whether there was one that fits in 64 bits; see {@link #tooLarge}
   */
  public boolean number() {
    int start = at;
    int position = at;
    boolean negative = position < end && bytes[position] == '-';
    if (negative) {
      position++;
    }
    if (position + 1 < end && bytes[position] == '0' && (bytes[position + 1] | 0x20) == 'x') {
      at = position + 2;
      if (!hexadecimal()) {
        at = start;
        return false;
      }
      value = negative ? -value : value;
      return true;
    }
    long number = 0;
    int digits = position;
    byte[] line = bytes;
    int unchecked = Math.min(end, position + FITTING_DIGITS);
    while (digits < unchecked && line[digits] >= '0' && line[digits] <= '9') {
      number = number * 10 + (line[digits++] - '0');
    }
    while (digits < end && line[digits] >= '0' && line[digits] <= '9') {
      int digit = line[digits++] - '0';
      if (Long.compareUnsigned(number, TENTH) > 0 || number == TENTH && digit > 5) {
        tooLarge = true;
        return false;
      }
      number = number * 10 + digit;
    }
    if (digits == position) {
      return !negative && nothing();
    }
    at = digits;
    value = negative ? -number : number;
    return true;
  }

  private static final byte[] NULL = Ascii.bytes("NULL");
  private static final byte[] NIL = Ascii.bytes("(nil)");

  private boolean nothing() {
    if (take(NULL) || take(NIL)) {
      value = 0;
      return true;
    }
    return false;
  }

  /**
   * Steps over hexadecimal digits without a prefix.
   *
   * @return whether there were some, and they fit in 64 bits
   */
  public boolean hexadecimal() {
    byte[] line = bytes;
    int position = at;
    long number = 0;
    while (position < end) {
      int digit = HEXADECIMAL[line[position] & 0xff];
      if (digit < 0) {
        break;
      }
      if (number >>> 60 != 0) {
        tooLarge = true;
        return false;
      }
      number = number << 4 | digit;
      position++;
    }
    if (position == at) {
      return false;
    }
    at = position;
    value = number;
    return true;
  }

  /**
   * Steps over seconds with an optional fraction, either mark of the decimal being accepted, since
   * some locales write a comma. The time in nanoseconds is then {@link #value}.
   *
   * @return whether there was a time below 292 years
   */
  public boolean seconds() {
    return fixedPoint(9, LONGEST_SECONDS);
  }

  /**
   * Steps over milliseconds with an optional fraction; {@link #value} is in nanoseconds.
   *
   * @return whether there was a time below 292 years
   */
  public boolean milliseconds() {
    return fixedPoint(6, LONGEST_MILLISECONDS);
  }

  private boolean fixedPoint(int digits, long limit) {
    byte[] line = bytes;
    int position = at;
    long whole = 0;
    while (position < end && line[position] >= '0' && line[position] <= '9') {
      whole = whole * 10 + (line[position++] - '0');
      if (whole > limit) {
        return false;
      }
    }
    if (position == at) {
      return false;
    }
    long nanos = whole * POWERS[digits];
    if (position + 1 < end && (line[position] == '.' || line[position] == ',')) {
      int first = position + 1;
      int digit = first;
      long fraction = 0;
      int most = Math.min(end, first + digits);
      while (digit < most && line[digit] >= '0' && line[digit] <= '9') {
        fraction = fraction * 10 + (line[digit++] - '0');
      }
      nanos += fraction * POWERS[digits - (digit - first)];
      while (digit < end && line[digit] >= '0' && line[digit] <= '9') {
        digit++;
      }
      if (digit > first) {
        position = digit;
      }
    }
    at = position;
    value = nanos;
    return true;
  }

  /**
   * The number last stepped over.
   *
   * @return the value, unsigned where it came from hexadecimal digits
   */
  public long value() {
    return value;
  }

  /**
   * Whether a number of this line did not fit in 64 bits.
   *
   * @return true since {@link #over} when one did not
   */
  public boolean tooLarge() {
    return tooLarge;
  }

  /**
   * Part of the line as a string; for what happens once per process, not once per line.
   *
   * @param from first byte
   * @param to one past the last
   * @return the text
   */
  public String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
