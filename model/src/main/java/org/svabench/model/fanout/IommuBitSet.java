package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.IntConsumer;

/**
 * A set of small integers (ordinals of bound devices) that any number of threads change and walk
 * without locks.
 *
 * <p>Leaves are words of 64 bits. Up to eight of them, a cache line, are simply all read; above
 * that {@link SummaryBits} say which to read, so a walk costs what is set: one read per 2,048 bits
 * of capacity, and one per leaf that holds something. Leaves that were emptied are dropped from the
 * summary by the next walk that meets them, not by {@link #clear}, so that setting and clearing one
 * bit over and over costs one read-modify-write each. Nothing allocates after construction; memory
 * is capacity / 8 bytes, 3 % more for the summary, and 128 bytes of padding at each end.
 *
 * <h2>Guarantees by role</h2>
 *
 * <ul>
 *   <li>{@link #set}, {@link #clear}: lock-free, any callers. Linearization point: the successful
 *       compare-and-set of the leaf, or the read that finds nothing to change.
 *   <li>{@link #setOwned}, {@link #clearOwned}: for callers that own the bit, that is, for whom
 *       nobody else changes this bit meanwhile and who know its state; other bits of the word may
 *       change at any time. An addition cannot carry into other bits then, and is one instruction
 *       on x86 and on Arm with LSE, where a fetch-or is a loop in Java. Wait-free; with a summary,
 *       {@link #setOwned} is so where the leaf is announced, else lock-free. Linearization point:
 *       the addition.
 *   <li>{@link #get}: wait-free; the read of the leaf.
 *   <li>Walks ({@link #forEach}, and {@link #announced} with {@link #word}): wait-free, bounded by
 *       the leaves. Each leaf is read once, so bits of one leaf are a snapshot; over several leaves
 *       a walk reports every bit that was set all the time, none that was clear all the time, and
 *       of those that changed meanwhile any.
 * </ul>
 *
 * <h2>Orderings</h2>
 *
 * <p>Changes of leaves are sequentially consistent; reads by walks and {@link #get} are acquire. A
 * set that happens before a walk is reported by it. Where "before" is only real time, as between a
 * bind and a notification, both sides need a store-load fence: {@link
 * org.svabench.model.mm.Cpu#enter} and {@link InvalidationIndex#assign} have it.
 */
public final class IommuBitSet {
  /** Leaves that are read without asking a summary: one cache line. */
  private static final int LEAVES_WITHOUT_SUMMARY = 8;

  private static final VarHandle LEAF = MethodHandles.arrayElementVarHandle(long[].class);

  private final int capacity;
  private final long[] leaves;
  private final SummaryBits summary;
  private final int groups;
  private final long unsummarised;

  /**
   * Creates an empty set.
   *
   * @param capacity one more than the highest bit, 1 or above
   */
  public IommuBitSet(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("must be 1 or above: capacity=" + capacity);
    }
    this.capacity = capacity;
    final int words = (capacity - 1) / Long.SIZE + 1;
    leaves = PaddedWords.allocate(words);
    summary = words > LEAVES_WITHOUT_SUMMARY ? new SummaryBits(words) : null;
    groups = (words - 1) / SummaryBits.LEAVES + 1;
    unsummarised = (1L << words) - 1;
  }

  /**
   * Number of bits.
   *
   * @return 1 or above
   */
  public int capacity() {
    return capacity;
  }

  /**
   * Sets a bit.
   *
   * @param bit 0 .. capacity - 1
   * @return whether it was clear
   */
  public boolean set(int bit) {
    final int leaf = leafOf(bit);
    final long mask = 1L << bit;
    final int at = PaddedWords.at(leaf);
    long seen = (long) LEAF.getVolatile(leaves, at);
    while ((seen & mask) == 0) {
      final long witness = (long) LEAF.compareAndExchange(leaves, at, seen, seen | mask);
      if (witness == seen) {
        announce(leaf);
        return true;
      }
      seen = witness;
      Thread.onSpinWait();
    }
    // Whoever set it may not have announced it yet.
    announce(leaf);
    return false;
  }

  /**
   * Clears a bit.
   *
   * @param bit 0 .. capacity - 1
   * @return whether it was set
   */
  public boolean clear(int bit) {
    final long mask = 1L << bit;
    final int at = PaddedWords.at(leafOf(bit));
    long seen = (long) LEAF.getVolatile(leaves, at);
    while ((seen & mask) != 0) {
      final long witness = (long) LEAF.compareAndExchange(leaves, at, seen, seen & ~mask);
      if (witness == seen) {
        return true;
      }
      seen = witness;
      Thread.onSpinWait();
    }
    return false;
  }

  /**
   * Sets a bit that is clear and that nobody else changes meanwhile.
   *
   * @param bit 0 .. capacity - 1
   */
  public void setOwned(int bit) {
    final int leaf = leafOf(bit);
    LEAF.getAndAdd(leaves, PaddedWords.at(leaf), 1L << bit);
    announce(leaf);
  }

  /**
   * Clears a bit that is set and that nobody else changes meanwhile.
   *
   * @param bit 0 .. capacity - 1
   */
  public void clearOwned(int bit) {
    LEAF.getAndAdd(leaves, PaddedWords.at(leafOf(bit)), -(1L << bit));
  }

  /**
   * Whether a bit is set.
   *
   * @param bit 0 .. capacity - 1
   * @return true when set
   */
  public boolean get(int bit) {
    return (word(leafOf(bit)) & 1L << bit) != 0;
  }

  /**
   * Number of bits that are set in a range, such as the devices bound behind one IOMMU. Exact where
   * nobody changes the range meanwhile.
   *
   * @param from first bit
   * @param to one more than the last bit, at most the capacity
   * @return 0 .. to - from
   */
  public int count(int from, int to) {
    int count = 0;
    for (int bit = from; bit < to; ) {
      final int end = Math.min(to, (bit | Long.SIZE - 1) + 1);
      final long mask = -1L >>> Long.SIZE - (end - bit) << bit;
      count += Long.bitCount(word(bit / Long.SIZE) & mask);
      bit = end;
    }
    return count;
  }

  /**
   * Visits the bits that are set, in ascending order.
   *
   * @param visitor is given each
   */
  public void forEach(IntConsumer visitor) {
    for (int group = 0; group < groups; group++) {
      for (long left = announced(group); left != 0; left &= left - 1) {
        final int leaf = group * SummaryBits.LEAVES + Long.numberOfTrailingZeros(left);
        long bits = word(leaf);
        if (bits == 0) {
          forget(leaf);
        }
        for (; bits != 0; bits &= bits - 1) {
          visitor.accept(leaf * Long.SIZE + Long.numberOfTrailingZeros(bits));
        }
      }
    }
  }

  /** Number of groups of 32 leaves, for walks. */
  int groups() {
    return groups;
  }

  /** The leaves of a group that a walk must read, bit 0 being leaf {@code 32 * group}. */
  long announced(int group) {
    return summary == null ? unsummarised : summary.present(group);
  }

  /** The bits of a leaf at one instant. */
  long word(int leaf) {
    return (long) LEAF.getAcquire(leaves, PaddedWords.at(leaf));
  }

  /** Spares later walks a leaf that was found empty. */
  void forget(int leaf) {
    if (summary != null) {
      summary.retire(leaf, leaves, PaddedWords.at(leaf));
    }
  }

  private void announce(int leaf) {
    if (summary != null) {
      summary.announce(leaf);
    }
  }

  private int leafOf(int bit) {
    if (bit < 0 || bit >= capacity) {
      throw outOfRange(bit);
    }
    return bit / Long.SIZE;
  }

  private IndexOutOfBoundsException outOfRange(int bit) {
    return new IndexOutOfBoundsException("must be 0.." + (capacity - 1) + ": bit=" + bit);
  }
}
