package org.svabench.benchmarks.trace.mapping;

import java.util.Arrays;

/**
 * Sorted, disjoint ranges in blocks of bounded length, so that a change moves a block's worth of
 * ranges at most, however many there are. Changes allocate when blocks are split, until the blocks
 * that were joined again are enough. Not thread-safe.
 */
final class Ranges {
  private static final int LONGEST_BLOCK = 64;

  private Block[] blocks = {new Block()};
  private long[] lastEnds = new long[1];
  private int count = 1;
  private int size;

  /** The block of the last search; the next one is often in it too. */
  private int last;

  private Block[] spare = new Block[0];
  private int spares;

  private int block;
  private int index;

  int size() {
    return size;
  }

  /** Stands on the first range that ends after an address. Returns whether there is one. */
  boolean seek(long address) {
    block = blockEndingAfter(address);
    index = blocks[block].firstEndingAfter(address);
    return index < blocks[block].size();
  }

  /** Stands on the first range of all. Returns whether there is one. */
  boolean first() {
    block = 0;
    index = 0;
    return size > 0;
  }

  /** Steps to the next range. Returns whether there is one. */
  boolean next() {
    if (++index < blocks[block].size()) {
      return true;
    }
    if (block + 1 == count) {
      return false;
    }
    block++;
    index = 0;
    return true;
  }

  long start() {
    return blocks[block].start(index);
  }

  long end() {
    return blocks[block].end(index);
  }

  int state() {
    return blocks[block].state(index);
  }

  /** The file of the range, or 0. */
  int file() {
    return blocks[block].file(index);
  }

  /** Offset in the file at the start of the range. */
  long offset() {
    return blocks[block].offset(index);
  }

  /** Offset in the file at an address of the range. */
  long offsetAt(long address) {
    return blocks[block].offsetAt(index, address);
  }

  /** Puts a range in the place of all that it overlaps, merged with neighbours of its kind. */
  void replace(long from, long to, int kind, int fileId, long fileOffset) {
    if (from >= to) {
      return;
    }
    int at = blockEndingAfter(from);
    Block there = blocks[at];
    int first = there.firstEndingAfter(from);
    if (first < there.size()
        && there.start(first) <= from
        && there.end(first) >= to
        && there.continues(first, from, kind, fileId, fileOffset)) {
      return;
    }
    int lowest = at;
    if (first == 0 && at > 0 && lastEnds[at - 1] == from) {
      Block before = blocks[at - 1];
      boolean merges = before.continues(before.size() - 1, from, kind, fileId, fileOffset);
      lowest = merges ? at - 1 : at;
    }
    int highest = at;
    while (highest + 1 < count && blocks[highest + 1].start(0) < to) {
      highest++;
    }
    if (highest + 1 < count && blocks[highest + 1].start(0) == to) {
      long after = fileId == 0 ? 0 : fileOffset + (to - from);
      boolean merges = blocks[highest + 1].continues(0, to, kind, fileId, after);
      highest = merges ? highest + 1 : highest;
    }
    if (lowest < highest) {
      join(lowest, highest);
      there = blocks[lowest];
      first = there.firstEndingAfter(from);
    }
    int before = there.size();
    there.replace(first, from, to, kind, fileId, fileOffset);
    size += there.size() - before;
    lastEnds[lowest] = there.end(there.size() - 1);
    shorten(lowest, first);
  }

  /** The first block that reaches beyond an address, or the last one. */
  private int blockEndingAfter(long address) {
    int hint = last;
    if (lastEnds[hint] > address && (hint == 0 || lastEnds[hint - 1] <= address)) {
      return hint;
    }
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lastEnds[middle] > address) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    last = low;
    return low;
  }

  /** Makes one block of several. */
  private void join(int lowest, int highest) {
    for (int i = lowest + 1; i <= highest; i++) {
      blocks[lowest].append(blocks[i], 0);
      retire(blocks[i]);
    }
    int removed = highest - lowest;
    System.arraycopy(blocks, highest + 1, blocks, lowest + 1, count - highest - 1);
    System.arraycopy(lastEnds, highest + 1, lastEnds, lowest + 1, count - highest - 1);
    Arrays.fill(blocks, count - removed, count, null);
    count -= removed;
    lastEnds[lowest] = blocks[lowest].end(blocks[lowest].size() - 1);
    last = lowest;
  }

  /** Cuts a long block, away from where it was changed, since the next change is often near. */
  private void shorten(int longBlock, int changed) {
    int at = longBlock;
    int near = changed;
    while (blocks[at].size() > LONGEST_BLOCK) {
      int length = blocks[at].size();
      int cut = near < length / 2 ? length * 3 / 4 : length / 4;
      split(at, cut);
      if (near >= cut) {
        at++;
        near -= cut;
      }
    }
  }

  private void split(int at, int cut) {
    Block whole = blocks[at];
    if (count == blocks.length) {
      blocks = Arrays.copyOf(blocks, count * 2);
      lastEnds = Arrays.copyOf(lastEnds, count * 2);
    }
    System.arraycopy(blocks, at + 1, blocks, at + 2, count - at - 1);
    System.arraycopy(lastEnds, at + 1, lastEnds, at + 2, count - at - 1);
    Block rest = spares == 0 ? new Block() : spare[--spares];
    rest.append(whole, cut);
    blocks[at + 1] = rest;
    lastEnds[at + 1] = lastEnds[at];
    lastEnds[at] = whole.end(cut - 1);
    count++;
  }

  private void retire(Block block) {
    block.clear();
    if (spares == spare.length) {
      spare = Arrays.copyOf(spare, Math.max(4, 2 * spares));
    }
    spare[spares++] = block;
  }

  /** Forgets all ranges. */
  void clear() {
    blocks = new Block[] {new Block()};
    lastEnds = new long[1];
    spare = new Block[0];
    spares = 0;
    count = 1;
    size = 0;
    last = 0;
  }

  /** Becomes a copy. */
  void copy(Ranges other) {
    clear();
    blocks = new Block[other.count];
    for (int i = 0; i < other.count; i++) {
      blocks[i] = other.blocks[i].copy();
    }
    lastEnds = Arrays.copyOf(other.lastEnds, other.count);
    count = other.count;
    size = other.size;
  }
}
