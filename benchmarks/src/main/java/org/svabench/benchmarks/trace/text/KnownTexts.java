package org.svabench.benchmarks.trace.text;

/**
 * Texts of one argument that were read before, with what they mean: a trace writes the same few
 * combinations of flags over and over. The first texts stay, so that memory is bounded whatever the
 * trace holds.
 */
final class KnownTexts {
  private static final long COMMAS = ByteWord.of(',');
  private static final long BRACKETS = ByteWord.of(')');
  private static final long ANGLES = ByteWord.of('<');
  private static final int SLOTS = 256;
  private static final int LONGEST = 120;

  private static final int PROBES = 4;

  private final KeptText[] texts = new KeptText[SLOTS];
  private final long[] meanings = new long[SLOTS];

  /**
   * Where the argument ends: at a comma, a closing bracket, the blank before {@code <unfinished
   * ...>}, or the end of the line.
   */
  int end(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      long word = ByteWord.upTo(bytes, at, end);
      long stops =
          ByteWord.equal(word, COMMAS)
              | ByteWord.equal(word, BRACKETS)
              | ByteWord.equal(word, ANGLES);
      if (stops == 0) {
        at += ByteWord.BYTES;
        continue;
      }
      int stop = at + ByteWord.first(stops);
      if (bytes[stop] != '<') {
        return stop;
      }
      if (stop > from && bytes[stop - 1] == ' ') {
        return stop - 1;
      }
      at = stop + 1;
    }
    return end;
  }

  /** The slot that holds a text or may, or -1 for one that is empty, too long, or without room. */
  int slot(byte[] bytes, int from, int to) {
    if (from == to || to - from > LONGEST) {
      return -1;
    }
    int hash = KeptText.hash(bytes, from, to);
    for (int probe = 0; probe < PROBES; probe++) {
      int slot = hash + probe & SLOTS - 1;
      KeptText text = texts[slot];
      if (text == null || text.is(bytes, from, to)) {
        return slot;
      }
    }
    return -1;
  }

  boolean holds(int slot) {
    return texts[slot] != null;
  }

  long bits(int slot) {
    return meanings[slot];
  }

  void keep(int slot, byte[] bytes, int from, int to, long meaning) {
    texts[slot] = KeptText.of(bytes, from, to);
    meanings[slot] = meaning;
  }
}
