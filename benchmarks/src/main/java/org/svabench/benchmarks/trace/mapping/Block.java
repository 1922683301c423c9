package org.svabench.benchmarks.trace.mapping;

import java.util.Arrays;

/**
 * A run of neighbouring ranges: sorted, disjoint, each with a state, and with a file and an offset
 * where it maps one. Grows as it must; whoever owns it splits it when it has become long.
 */
final class Block {
  private static final int FIRST_CAPACITY = 32;

  private long[] start = new long[FIRST_CAPACITY];
  private long[] end = new long[FIRST_CAPACITY];
  private long[] offset = new long[FIRST_CAPACITY];
  private int[] file = new int[FIRST_CAPACITY];
  private int[] state = new int[FIRST_CAPACITY];
  private int size;

  /** Where the last search ended; the next one often ends there too. */
  private int last;

  int size() {
    return size;
  }

  long start(int i) {
    return start[i];
  }

  long end(int i) {
    return end[i];
  }

  int state(int i) {
    return state[i];
  }

  int file(int i) {
    return file[i];
  }

  long offset(int i) {
    return offset[i];
  }

  /** Offset in the file at an address of range {@code i}, 0 where it maps no file. */
  long offsetAt(int i, long address) {
    return file[i] == 0 ? 0 : offset[i] + (address - start[i]);
  }

  /** Whether a range of this kind at {@code address} merges with range {@code i} in the kernel. */
  boolean continues(int i, long address, int kind, int fileId, long fileOffset) {
    return state[i] == kind && file[i] == fileId && offsetAt(i, address) == fileOffset;
  }

  int firstEndingAfter(long address) {
    int hint = last;
    if (hint < size && end[hint] > address && (hint == 0 || end[hint - 1] <= address)) {
      return hint;
    }
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end[middle] > address) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    last = low;
    return low;
  }

  /** Puts a range in the place of all that it overlaps, merged with neighbours of its kind. */
  void replace(int first, long from, long to, int kind, int fileId, long fileOffset) {
    if (first < size
        && start[first] == from
        && end[first] == to
        && !joins(first, kind, fileId, fileOffset)) {
      put(first, from, to, kind, fileId, fileOffset);
      return;
    }
    int begin = first;
    int last = first;
    while (last < size && start[last] < to) {
      last++;
    }
    long newStart = from;
    long newOffset = fileOffset;
    boolean left = begin < size && start[begin] < from;
    boolean right = last > begin && end[last - 1] > to;
    if (left && continues(begin, from, kind, fileId, fileOffset)) {
      newStart = start[begin];
      newOffset = offset[begin];
      left = false;
    } else if (!left
        && begin > 0
        && end[begin - 1] == from
        && continues(begin - 1, from, kind, fileId, fileOffset)) {
      begin--;
      newStart = start[begin];
      newOffset = offset[begin];
    }
    long newEnd = to;
    long after = fileId == 0 ? 0 : fileOffset + (to - from);
    if (right && continues(last - 1, to, kind, fileId, after)) {
      newEnd = end[last - 1];
      right = false;
    } else if (!right
        && last < size
        && start[last] == to
        && continues(last, to, kind, fileId, after)) {
      newEnd = end[last];
      last++;
    }
    splice(begin, last, left, right, from, to);
    put(left ? begin + 1 : begin, newStart, newEnd, kind, fileId, newOffset);
  }

  private boolean joins(int i, int kind, int fileId, long fileOffset) {
    boolean before =
        i > 0 && end[i - 1] == start[i] && continues(i - 1, start[i], kind, fileId, fileOffset);
    long after = fileId == 0 ? 0 : fileOffset + (end[i] - start[i]);
    return before
        || i + 1 < size && start[i + 1] == end[i] && continues(i + 1, end[i], kind, fileId, after);
  }

  /** Replaces ranges first..last-1 by an empty slot, what sticks out on the sides being kept. */
  private void splice(int first, int last, boolean left, boolean right, long from, long to) {
    int leftState = left ? state[first] : 0;
    long leftStart = left ? start[first] : 0;
    long leftOffset = left ? offset[first] : 0;
    int leftFile = left ? file[first] : 0;
    long rightEnd = right ? end[last - 1] : 0;
    int rightState = right ? state[last - 1] : 0;
    int rightFile = right ? file[last - 1] : 0;
    long rightOffset = right ? offsetAt(last - 1, to) : 0;
    int slots = 1 + (left ? 1 : 0) + (right ? 1 : 0);
    shift(last, first + slots);
    int at = first;
    if (left) {
      put(at++, leftStart, from, leftState, leftFile, leftOffset);
    }
    if (right) {
      put(at + 1, to, rightEnd, rightState, rightFile, rightOffset);
    }
  }

  private void shift(int position, int target) {
    int tail = size - position;
    reserve(target + tail);
    if (position != target) {
      take(this, position, target, tail);
    }
    size = target + tail;
  }

  private void reserve(int capacity) {
    if (capacity > start.length) {
      int enough = capacity * 2;
      start = Arrays.copyOf(start, enough);
      end = Arrays.copyOf(end, enough);
      offset = Arrays.copyOf(offset, enough);
      file = Arrays.copyOf(file, enough);
      state = Arrays.copyOf(state, enough);
    }
  }

  private void take(Block from, int position, int target, int count) {
    System.arraycopy(from.start, position, start, target, count);
    System.arraycopy(from.end, position, end, target, count);
    System.arraycopy(from.offset, position, offset, target, count);
    System.arraycopy(from.file, position, file, target, count);
    System.arraycopy(from.state, position, state, target, count);
  }

  private void put(int i, long from, long to, int kind, int fileId, long fileOffset) {
    start[i] = from;
    end[i] = to;
    state[i] = kind;
    file[i] = fileId;
    offset[i] = fileOffset;
  }

  /** Takes the ranges of another block, whose addresses are all higher, from one index on. */
  void append(Block other, int from) {
    int count = other.size - from;
    reserve(size + count);
    take(other, from, size, count);
    size += count;
    other.size = from;
  }

  /** Becomes empty. */
  void clear() {
    size = 0;
  }

  /** A copy with room for as much again. */
  Block copy() {
    Block copy = new Block();
    copy.reserve(size);
    copy.take(this, 0, 0, size);
    copy.size = size;
    return copy;
  }
}
