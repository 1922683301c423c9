package org.svabench.benchmarks.trace.text;

import java.util.Arrays;

/**
 * Words by number: each distinct run of bytes gets the next index, from 0. Looking up a known word
 * allocates nothing. Past {@link #capacity} words every new one shares the last index, so that a
 * hostile trace cannot grow the table.
 */
public final class Words {
  private static final byte[] OTHERS = Ascii.bytes("(others)");

  private final int capacity;
  private final KeptText[] words;
  private final int[] table;
  private int size;

  /**
   * An empty table.
   *
   * @param capacity most words it tells apart, at least 1
   */
  public Words(int capacity) {
    this.capacity = capacity;
    this.words = new KeptText[capacity];
    this.table = new int[Integer.highestOneBit(capacity) << 2];
    Arrays.fill(table, -1);
  }

  /**
   * Most words this table tells apart, the shared last one included.
   *
   * @return the capacity
   */
  public int capacity() {
    return capacity;
  }

  /**
   * Number of words.
   *
   * @return at most {@link #capacity}
   */
  public int size() {
    return size;
  }

  /**
   * The index of a word, added if it is new.
   *
   * @param bytes the array that holds it
   * @param from first byte
   * @param to one past the last
   * @return its index; {@code capacity - 1} for every word that no longer fits
   */
  public int add(byte[] bytes, int from, int to) {
    int slot = slot(bytes, from, to);
    int index = table[slot];
    if (index >= 0) {
      return index;
    }
    if (size >= capacity - 1) {
      if (size == capacity - 1) {
        words[size++] = KeptText.of(OTHERS, 0, OTHERS.length);
      }
      return capacity - 1;
    }
    words[size] = KeptText.of(bytes, from, to);
    table[slot] = size;
    return size++;
  }

  /**
   * The index of a word, if it is known.
   *
   * @param bytes the array that holds it
   * @param from first byte
   * @param to one past the last
   * @return its index, or -1
   */
  public int find(byte[] bytes, int from, int to) {
    return table[slot(bytes, from, to)];
  }

  private int slot(byte[] bytes, int from, int to) {
    int mask = table.length - 1;
    int slot = KeptText.hash(bytes, from, to) & mask;
    while (table[slot] >= 0 && !words[table[slot]].is(bytes, from, to)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /**
   * A word by its index.
   *
   * @param index below {@link #size}
   * @return the word
   */
  public String word(int index) {
    return words[index].toString();
  }
}
