package org.svabench.model.fanout;

/**
 * Arrays of 64-bit words that share no cache line with their neighbours in the heap, nor with their
 * own length, which every access reads: 128 bytes in front and behind, since adjacent-line prefetch
 * pairs lines.
 */
final class PaddedWords {
  private static final int PAD = 128 / Long.BYTES;

  private PaddedWords() {}

  static long[] allocate(int words) {
    return new long[PAD + words + PAD];
  }

  static int at(int word) {
    return PAD + word;
  }
}
