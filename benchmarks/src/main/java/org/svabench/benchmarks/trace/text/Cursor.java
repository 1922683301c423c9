package org.svabench.benchmarks.trace.text;

/**
 * Reads numbers and times off a line. Parsing methods return whether they found what they were
 * asked for and leave the position unchanged when they did not.
 */
public final class Cursor extends Position {
  /** A tenth of the largest unsigned number, which ends in 5. */
  private static final long TENTH = 1844674407370955161L;

  private static final long LONGEST_SECONDS = Long.MAX_VALUE / 1_000_000_000 - 1;
  private static final long LONGEST_MILLISECONDS = Long.MAX_VALUE / 1_000_000 - 1;

  private long value;
  private boolean tooLarge;

  @Override
  public void over(byte[] line, int from, int to) {
    super.over(line, from, to);
    tooLarge = false;
    value = 0;
  }

  /**
   * Steps over a number: decimal or {@code 0x} hexadecimal, with an optional minus, or {@code NULL}
   * and {@code (nil)} for zero. The number is then {@link #value}.
   *
   * @return whether there was one that fits in 64 bits; see {@link #tooLarge}
   */
  public boolean number() {
    int start = at();
    boolean negative = take('-');
    boolean found = takeHexadecimalPrefix() ? hexadecimal() : decimal();
    if (found) {
      value = negative ? -value : value;
      return true;
    }
    moveTo(start);
    return !negative && nothing();
  }

  private boolean takeHexadecimalPrefix() {
    int next = at();
    byte[] line = bytes();
    if (next + 1 < end() && line[next] == '0' && (line[next + 1] | 0x20) == 'x') {
      moveTo(next + 2);
      return true;
    }
    return false;
  }

  private boolean decimal() {
    byte[] line = bytes();
    int from = at();
    int end = end();
    long word = ByteWord.upTo(line, from, end);
    int count = Digits.decimals(word);
    if (count == 0) {
      return false;
    }
    long number = Digits.decimal(word, count);
    if (count == ByteWord.BYTES) {
      from += count;
      word = ByteWord.upTo(line, from, end);
      count = Digits.decimals(word);
      number = number * Digits.power(count) + Digits.decimal(word, count);
      if (count == ByteWord.BYTES) {
        return longDecimal(number, from + count);
      }
    }
    moveTo(from + count);
    value = number;
    return true;
  }

  /** More than sixteen digits, which may not fit. */
  private boolean longDecimal(long start, int from) {
    byte[] line = bytes();
    int end = end();
    long number = start;
    int position = from;
    while (position < end && Digits.isDecimal(line[position])) {
      int digit = line[position++] - '0';
      if (Long.compareUnsigned(number, TENTH) > 0 || number == TENTH && digit > 5) {
        tooLarge = true;
        return false;
      }
      number = number * 10 + digit;
    }
    moveTo(position);
    value = number;
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
    byte[] line = bytes();
    int from = at();
    int end = end();
    long word = ByteWord.upTo(line, from, end);
    int count = Digits.hexadecimals(word);
    if (count == 0) {
      return false;
    }
    long number = Digits.hexadecimal(word, count);
    if (count == ByteWord.BYTES) {
      from += count;
      word = ByteWord.upTo(line, from, end);
      count = Digits.hexadecimals(word);
      number = number << 4 * count | Digits.hexadecimal(word, count);
      if (count == ByteWord.BYTES) {
        return longHexadecimal(number, from + count);
      }
    }
    moveTo(from + count);
    value = number;
    return true;
  }

  /** Sixteen digits or more: those in excess fit behind leading zeros only. */
  private boolean longHexadecimal(long start, int from) {
    byte[] line = bytes();
    long number = start;
    int position = from;
    while (position < end()) {
      long word = line[position];
      if (Digits.hexadecimals(word) == 0) {
        break;
      }
      if (number >>> 60 != 0) {
        tooLarge = true;
        return false;
      }
      number = number << 4 | Digits.hexadecimal(word, 1);
      position++;
    }
    moveTo(position);
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
    int start = at();
    long valueBefore = value;
    boolean tooLargeBefore = tooLarge;
    boolean found = decimal();
    if (!found || value < 0 || value > limit) {
      moveTo(start);
      value = valueBefore;
      tooLarge = tooLargeBefore;
      return false;
    }
    value *= Digits.power(digits);
    byte[] line = bytes();
    int mark = at();
    if (mark + 1 < end() && (line[mark] == '.' || line[mark] == ',')) {
      fraction(mark + 1, digits);
    }
    return true;
  }

  /** Adds a fraction, of which digits below a nanosecond do not count. */
  private void fraction(int first, int digits) {
    byte[] line = bytes();
    int end = end();
    long word = ByteWord.upTo(line, first, end);
    int count = Digits.decimals(word);
    if (count == 0) {
      return;
    }
    int counted = Math.min(count, digits);
    long fraction = Digits.decimal(word, counted);
    int position = first + count;
    if (count == ByteWord.BYTES) {
      while (position < end && Digits.isDecimal(line[position])) {
        if (counted < digits) {
          fraction = fraction * 10 + (line[position] - '0');
          counted++;
        }
        position++;
      }
    }
    value += fraction * Digits.power(digits - counted);
    moveTo(position);
  }

  /**
   * The number last stepped over in this line.
   *
   * @return the value, 0 before there was one, unsigned where it came from hexadecimal digits
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
}
