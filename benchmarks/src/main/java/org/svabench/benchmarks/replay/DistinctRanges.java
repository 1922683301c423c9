package org.svabench.benchmarks.replay;

import java.util.Arrays;

/**
 * How often each distinct range was notified since the last {@link #settle}. What a notification
 * sends depends on the length of its range and on where that lies within the smallest power of two
 * that holds it, so ranges that agree in both are one here. Counting allocates nothing. Bounded:
 * after {@link #LIMIT} ranges the owner starts over.
 */
final class DistinctRanges {
  /** Most ranges that are told apart. */
  static final int LIMIT = 2048;

  private static final long MIX = 0x9e3779b97f4a7c15L;

  private final int[] table = new int[4 * LIMIT];
  private final long[] starts = new long[LIMIT];
  private final long[] ends = new long[LIMIT];
  private final int[] strides = new int[LIMIT];
  private final long[] times = new long[LIMIT];
  private final int[] open = new int[LIMIT];
  private int size;
  private int opened;

  DistinctRanges() {
    Arrays.fill(table, -1);
  }

  /** Who is told how often a range was counted. */
  @FunctionalInterface
  interface Listener {
    void counted(int range, long times);
  }

  boolean isFull() {
    return size == LIMIT;
  }

  /** How many ranges are told apart so far; the next new one gets this index. */
  int size() {
    return size;
  }

  /**
   * Counts a range.
   *
   * @return its index; one that equals the {@link #size} before is new
   */
  int count(long start, long end, int strideShift) {
    long base = base(start, end, strideShift);
    int range = find(start - base, end - base, strideShift);
    if (times[range]++ == 0) {
      open[opened++] = range;
    }
    return range;
  }

  /** What an address may be moved by without any effect on what is sent. */
  private static long base(long start, long end, int strideShift) {
    if (start < 0 || start >= end) {
      return 0;
    }
    int phase = Math.max(strideShift, Long.SIZE - Long.numberOfLeadingZeros(start ^ end - 1));
    return start & -1L << phase;
  }

  private int find(long start, long end, int strideShift) {
    int mask = table.length - 1;
    long hash = ((start * MIX ^ end) * MIX ^ strideShift) * MIX;
    int slot = (int) (hash >>> 40) & mask;
    while (table[slot] >= 0) {
      int range = table[slot];
      if (starts[range] == start && ends[range] == end && strides[range] == strideShift) {
        return range;
      }
      slot = slot + 1 & mask;
    }
    table[slot] = size;
    starts[size] = start;
    ends[size] = end;
    strides[size] = strideShift;
    times[size] = 0;
    return size++;
  }

  /** Tells the counts, which start again at nothing. */
  void settle(Listener listener) {
    for (int i = 0; i < opened; i++) {
      int range = open[i];
      listener.counted(range, times[range]);
      times[range] = 0;
    }
    opened = 0;
  }

  /** Forgets the ranges; counts must have been settled. */
  void clear() {
    Arrays.fill(table, -1);
    size = 0;
  }
}
