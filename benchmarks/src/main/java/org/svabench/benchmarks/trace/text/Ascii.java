package org.svabench.benchmarks.trace.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Words to look for, as bytes. */
public final class Ascii {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9e3779b97f4a7c15L;

  private Ascii() {}

  /**
   * The bytes of a word.
   *
   * @param word ASCII text
   * @return a new array
   */
  public static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Hash of a run of bytes, for tables of words.
   *
   * @param bytes the array
   * @param from first byte
   * @param to one past the last
   * @return the hash
   */
  static int hash(byte[] bytes, int from, int to) {
    int length = to - from;
    long hash = length * MIX;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      hash = (hash ^ (long) WORD.get(bytes, at)) * MIX;
    }
    long rest = 0;
    for (; at < to; at++) {
      rest = rest << 8 | bytes[at] & 0xff;
    }
    hash = (hash ^ rest) * MIX;
    return (int) (hash >>> 32);
  }
}
