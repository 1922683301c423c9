package org.svabench.benchmarks.trace.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a line as one number, the first byte lowest. A <em>mark</em> is the high bit of a
 * byte that has some property. Allocates nothing.
 */
final class ByteWord {
  /** Bytes in a word. */
  static final int BYTES = Long.BYTES;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private ByteWord() {}

  /** A word with the same byte eight times. */
  static long of(int letter) {
    return ONES * letter;
  }

  /** Eight bytes; all of them must lie in the array. */
  static long at(byte[] bytes, int from) {
    return (long) WORD.get(bytes, from);
  }

  /** The bytes before {@code end}, at most eight; zeros stand for the others. */
  static long upTo(byte[] bytes, int from, int end) {
    int left = end - from;
    if (from > bytes.length - BYTES) {
      return singly(bytes, from, end);
    }
    long word = (long) WORD.get(bytes, from);
    return left >= BYTES ? word : word & (1L << Byte.SIZE * left) - 1;
  }

  private static long singly(byte[] bytes, int from, int end) {
    long word = 0;
    for (int i = Math.min(end, from + BYTES) - 1; i >= from; i--) {
      word = word << Byte.SIZE | bytes[i] & 0xff;
    }
    return word;
  }

  /**
   * Marks of the bytes that are equal in both words. Above the first one there may be marks too
   * many, so that only the first one counts.
   */
  static long equal(long word, long other) {
    long difference = word ^ other;
    return difference - ONES & ~difference & HIGHS;
  }

  /** Marks of the ASCII bytes from {@code first} to {@code last}. */
  static long between(long word, char first, char last) {
    long low = word & ~HIGHS;
    return low + ONES * (128 - first) & ~(low + ONES * (127 - last)) & ~word & HIGHS;
  }

  /** How many bytes stand before the first one without a mark, 0 to 8. */
  static int leading(long marks) {
    return Long.numberOfTrailingZeros(~marks & HIGHS) >>> 3;
  }

  /** Which byte bears the first mark; the word must have one. */
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }
}
