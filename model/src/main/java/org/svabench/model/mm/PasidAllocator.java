package org.svabench.model.mm;

import java.util.Arrays;
import org.svabench.model.lock.SpinLock;

/**
 * The one global space of PASIDs: gives the lowest free one, like the kernel's IDA behind {@code
 * iommu_global_pasid}.
 *
 * <p>A three-level tree of 64-bit words in which a set bit means "something free below"; allocation
 * and release touch at most four words. Never allocates after construction. Blocking (a spinlock of
 * its own, so that per-mm binders meet here only for an mm's first bind and its end).
 */
public final class PasidAllocator {
  private static final int WORD_BITS = 6;

  private final SpinLock lock = new SpinLock();
  private final long[][] levels;
  private final int limit;
  private int allocated;

  /**
   * Creates a space.
   *
   * @param limit one more than the highest PASID, 2 .. 1,048,576
   */
  public PasidAllocator(int limit) {
    if (limit < 2 || limit > 1 << 20) {
      throw new IllegalArgumentException("must be 2..1048576: limit=" + limit);
    }
    this.limit = limit;
    int depth = 1;
    while (1 << WORD_BITS * depth < limit) {
      depth++;
    }
    levels = new long[depth][];
    int bits = limit;
    for (int level = depth - 1; level >= 0; level--) {
      int words = bits + 63 >>> WORD_BITS;
      levels[level] = new long[words];
      Arrays.fill(levels[level], -1L);
      levels[level][words - 1] >>>= -bits & 63;
      bits = words;
    }
    take(Pasid.NONE);
  }

  /**
   * Takes the lowest free PASID below a bound.
   *
   * @param maxPasids exclusive upper bound of the asking device, 0 or above
   * @return the PASID, or {@link Errno#ENOSPC} where none is free (a device without PASIDs too)
   */
  public int allocate(int maxPasids) {
    lock.lock();
    try {
      int lowest = lowestFree();
      if (lowest < 0 || lowest >= maxPasids) {
        return Errno.ENOSPC;
      }
      take(lowest);
      allocated++;
      return lowest;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives a PASID back.
   *
   * @param pasid one that is allocated
   * @throws IllegalStateException if it is not
   */
  public void release(int pasid) {
    lock.lock();
    try {
      if (pasid < Pasid.FIRST || pasid >= limit || isFree(pasid)) {
        throw new IllegalStateException("not allocated: pasid=" + pasid);
      }
      int index = pasid;
      for (int level = levels.length - 1; level >= 0; level--) {
        int word = index >>> WORD_BITS;
        long before = levels[level][word];
        levels[level][word] = before | 1L << index;
        if (before != 0) {
          break;
        }
        index = word;
      }
      allocated--;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Number of PASIDs in use.
   *
   * @return 0 .. limit - 1
   */
  public int allocated() {
    lock.lock();
    int now = allocated;
    lock.unlock();
    return now;
  }

  private int lowestFree() {
    int index = 0;
    for (long[] level : levels) {
      long word = level[index];
      if (word == 0) {
        return -1;
      }
      index = index << WORD_BITS | Long.numberOfTrailingZeros(word);
    }
    return index;
  }

  private boolean isFree(int pasid) {
    return (levels[levels.length - 1][pasid >>> WORD_BITS] & 1L << pasid) != 0;
  }

  private void take(int pasid) {
    int index = pasid;
    for (int level = levels.length - 1; level >= 0; level--) {
      int word = index >>> WORD_BITS;
      long after = levels[level][word] & ~(1L << index);
      levels[level][word] = after;
      if (after != 0) {
        return;
      }
      index = word;
    }
  }
}
