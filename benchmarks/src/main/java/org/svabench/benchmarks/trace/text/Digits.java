package org.svabench.benchmarks.trace.text;

/**
 * Digits at the start of a {@link ByteWord}, all of them in one go: how many there are, and what
 * they amount to. Neither depends on a loop that ends where the digits do, which processors cannot
 * foresee.
 */
final class Digits {
  /** Powers of ten, up to the digits of a word and one more. */
  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  private Digits() {}

  static boolean isDecimal(byte letter) {
    return letter >= '0' && letter <= '9';
  }

  /** A power of ten, with an exponent from 0 to 9. */
  static long power(int exponent) {
    return POWERS[exponent];
  }

  /** How many decimal digits a word starts with, 0 to 8. */
  static int decimals(long word) {
    return ByteWord.leading(ByteWord.between(word, '0', '9'));
  }

  /** The number that the first {@code count} bytes write in decimal digits; count from 0 to 8. */
  static long decimal(long word, int count) {
    if (count == 0) {
      return 0;
    }
    long digits = (word & ByteWord.of(0x0f)) << Byte.SIZE * (ByteWord.BYTES - count);
    long pairs = digits * 10 + (digits >>> 8);
    long outer = (pairs & 0xff000000ffL) * (100 + (1_000_000L << 32));
    long inner = (pairs >>> 16 & 0xff000000ffL) * (1 + (10_000L << 32));
    return outer + inner >>> 32;
  }

  /** How many hexadecimal digits of either case a word starts with, 0 to 8. */
  static int hexadecimals(long word) {
    long letters = ByteWord.between(word | ByteWord.of(0x20), 'a', 'f');
    return ByteWord.leading(letters | ByteWord.between(word, '0', '9'));
  }

  /** The number that the first {@code count} bytes write in hexadecimal; count from 0 to 8. */
  static long hexadecimal(long word, int count) {
    if (count == 0) {
      return 0;
    }
    long nibbles = (word & ByteWord.of(0x0f)) + (word >>> 6 & ByteWord.of(1)) * 9;
    long digits = nibbles << Byte.SIZE * (ByteWord.BYTES - count);
    long bytes = (digits << 4 | digits >>> 8) & 0x00ff00ff00ff00ffL;
    long shorts = (bytes << 8 | bytes >>> 16) & 0x0000ffff0000ffffL;
    return (shorts << 16 | shorts >>> 32) & 0xffff_ffffL;
  }
}
