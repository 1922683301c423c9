package org.svabench.model.fanout;

import java.util.Arrays;

/**
 * The devices that a notification found, as words of a set of ordinals, so that it can tell at its
 * end who has come since. One per CPU; grows with the sets that the CPU meets, and keeps its size.
 */
final class Told {
  private int[] bases = new int[8];
  private long[] words = new long[8];
  private int size;

  void clear() {
    size = 0;
  }

  /**
   * Adds up to 64 consecutive ordinals.
   *
   * @param base the ordinal of bit 0
   * @param word the set
   */
  void add(int base, long word) {
    if (size == bases.length) {
      bases = Arrays.copyOf(bases, 2 * size);
      words = Arrays.copyOf(words, 2 * size);
    }
    bases[size] = base;
    words[size++] = word;
  }

  /**
   * Those of 64 consecutive ordinals that were added.
   *
   * @param base the ordinal of bit 0
   * @return the set
   */
  long from(int base) {
    long found = 0;
    for (int i = 0; i < size; i++) {
      final int distance = bases[i] - base;
      if (distance >= 0 && distance < Long.SIZE) {
        found |= words[i] << distance;
      } else if (distance < 0 && distance > -Long.SIZE) {
        found |= words[i] >>> -distance;
      }
    }
    return found;
  }

  /**
   * Whether an ordinal of a range was added.
   *
   * @param start first ordinal
   * @param end one more than the last
   * @return true where there is one
   */
  boolean any(int start, int end) {
    for (int base = start; base < end; base += Long.SIZE) {
      final int length = Math.min(Long.SIZE, end - base);
      if ((from(base) & -1L >>> Long.SIZE - length) != 0) {
        return true;
      }
    }
    return false;
  }
}
