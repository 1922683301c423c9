package org.svabench.model.fanout;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A small set of ordinals out of many: up to eight groups of 32 consecutive ordinals, in one cache
 * line. A slot holds the number of its group and the group's bits in one word, so an emptied slot
 * is given to another group by one store: no memory to allocate, none to reclaim.
 *
 * <p>Legal callers: {@link #set} and {@link #clear} one at a time; {@link #after} anybody,
 * wait-free. A group keeps its slot while it holds a bit, which is why a walk by ascending group
 * number cannot pass one over that was there all the time, wherever slots were given away
 * meanwhile. Linearization points: the release store of the slot; the last acquire load of {@link
 * #after}.
 */
final class FewWords {
  static final int SLOTS = 8;

  /** Ordinals of one group. */
  static final int GROUP = Integer.SIZE;

  /** Returned where no group follows. */
  static final long NONE = 0;

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(long[].class);
  private static final long BITS = (1L << GROUP) - 1;

  /** {@code group + 1} in the upper half, bits in the lower; 0 where never used. */
  private final long[] slots = new long[SLOTS];

  /**
   * Adds an ordinal that is not in the set.
   *
   * @return false where all slots hold other groups; nothing has changed then
   */
  boolean set(int ordinal) {
    final long key = key(ordinal);
    int vacant = -1;
    for (int i = SLOTS - 1; i >= 0; i--) {
      final long slot = slots[i];
      if (slot >>> GROUP == key && (slot & BITS) != 0) {
        SLOT.setRelease(slots, i, slot | bit(ordinal));
        return true;
      }
      if ((slot & BITS) == 0) {
        vacant = i;
      }
    }
    if (vacant < 0) {
      return false;
    }
    SLOT.setRelease(slots, vacant, key << GROUP | bit(ordinal));
    return true;
  }

  /** Removes an ordinal that is in the set. */
  void clear(int ordinal) {
    final long key = key(ordinal);
    for (int i = 0; i < SLOTS; i++) {
      final long slot = slots[i];
      if (slot >>> GROUP == key && (slot & bit(ordinal)) != 0) {
        SLOT.setRelease(slots, i, slot & ~bit(ordinal));
        return;
      }
    }
  }

  /**
   * The next non-empty group.
   *
   * @param key 0, or the {@link #keyOf} of the group before
   * @return the group's slot, or {@link #NONE}
   */
  long after(long key) {
    long best = NONE;
    for (int i = 0; i < SLOTS; i++) {
      final long slot = (long) SLOT.getAcquire(slots, i);
      if (slot == 0) {
        break;
      }
      if ((slot & BITS) != 0 && slot >>> GROUP > key && (best == NONE || slot < best)) {
        best = slot;
      }
    }
    return best;
  }

  static long keyOf(long slot) {
    return slot >>> GROUP;
  }

  /** First ordinal of a slot's group. */
  static int baseOf(long slot) {
    return (int) (slot >>> GROUP) - 1 << 5;
  }

  static long bitsOf(long slot) {
    return slot & BITS;
  }

  private static long key(int ordinal) {
    return (ordinal >>> 5) + 1L;
  }

  private static long bit(int ordinal) {
    return 1L << (ordinal & GROUP - 1);
  }
}
