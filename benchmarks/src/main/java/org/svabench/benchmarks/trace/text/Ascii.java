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
}
