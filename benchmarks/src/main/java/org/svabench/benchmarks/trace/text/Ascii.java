package org.svabench.benchmarks.trace.text;

import java.nio.charset.StandardCharsets;

/** Words to look for, as bytes. */
public final class Ascii {
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
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    return hash ^ hash >>> 15;
  }
}
