package org.svabench.benchmarks.trace.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Texts of one argument that were read before, with what they mean: a trace writes the same few
 * combinations of flags over and over. The first text of a slot stays, so that memory is bounded
 * whatever the trace holds.
 */
final class KnownTexts {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long COMMAS = ONES * ',';
  private static final long BRACKETS = ONES * ')';
  private static final int SLOTS = 256;
  private static final int LONGEST = 120;

  private final byte[][] texts = new byte[SLOTS][];
  private final long[] meanings = new long[SLOTS];

  /** Where the argument ends: at a comma, a closing bracket, or the end of the line. */
  int end(byte[] bytes, int from, int end) {
    int at = from;
    while (at + Long.BYTES <= end) {
      long word = (long) WORD.get(bytes, at);
      long stops = zeros(word ^ COMMAS) | zeros(word ^ BRACKETS);
      if (stops != 0) {
        return at + (Long.numberOfTrailingZeros(stops) >>> 3);
      }
      at += Long.BYTES;
    }
    while (at < end && bytes[at] != ',' && bytes[at] != ')') {
      at++;
    }
    return at;
  }

  /** The high bit of each byte that is zero; above the first one there may be more bits. */
  private static long zeros(long word) {
    return word - ONES & ~word & ONES << 7;
  }

  /** The slot of a text, or -1 for one that is empty or too long to be kept. */
  int slot(byte[] bytes, int from, int to) {
    int length = to - from;
    boolean kept = length > 0 && length <= LONGEST;
    return kept ? Ascii.hash(bytes, from, to) & SLOTS - 1 : -1;
  }

  boolean holds(int slot, byte[] bytes, int from, int to) {
    byte[] text = texts[slot];
    return text != null && Arrays.equals(text, 0, text.length, bytes, from, to);
  }

  long bits(int slot) {
    return meanings[slot];
  }

  void keep(int slot, byte[] bytes, int from, int to, long meaning) {
    if (texts[slot] == null) {
      texts[slot] = Arrays.copyOfRange(bytes, from, to);
      meanings[slot] = meaning;
    }
  }
}
