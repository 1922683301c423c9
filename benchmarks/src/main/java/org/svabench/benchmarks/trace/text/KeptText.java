package org.svabench.benchmarks.trace.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A copy of a run of bytes, to be found again in other lines. Immutable. */
final class KeptText {
  private static final long MIX = 0x9e3779b97f4a7c15L;

  /** Filled up with zeros to whole words, so that comparing takes a step per word. */
  private final byte[] padded;

  private final int length;

  private KeptText(byte[] padded, int length) {
    this.padded = padded;
    this.length = length;
  }

  /** Copies a run of bytes. */
  static KeptText of(byte[] bytes, int from, int to) {
    int length = to - from;
    byte[] copy = Arrays.copyOfRange(bytes, from, to);
    return new KeptText(Arrays.copyOf(copy, length + ByteWord.BYTES & -ByteWord.BYTES), length);
  }

  /** Whether a run holds the same bytes. */
  boolean is(byte[] bytes, int from, int to) {
    if (to - from != length) {
      return false;
    }
    for (int i = 0; i < length; i += ByteWord.BYTES) {
      if (ByteWord.at(padded, i) != ByteWord.upTo(bytes, from + i, to)) {
        return false;
      }
    }
    return true;
  }

  /** Hash of a run of bytes, equal for equal runs. */
  static int hash(byte[] bytes, int from, int to) {
    long hash = (to - from) * MIX;
    for (int at = from; at < to; at += ByteWord.BYTES) {
      hash = (hash ^ ByteWord.upTo(bytes, at, to)) * MIX;
    }
    return (int) (hash >>> 32);
  }

  @Override
  public String toString() {
    return new String(padded, 0, length, StandardCharsets.UTF_8);
  }
}
