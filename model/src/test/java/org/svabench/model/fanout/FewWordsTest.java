package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FewWordsTest {
  private static final long SEED = 20261128;
  private static final int ORDINALS = 65_536;

  private final FewWords words = new FewWords();

  @Test
  void whateverIsSetAndClearedIsFoundGroupByGroup() {
    Random random = new Random(SEED);
    BitSet known = new BitSet();
    for (int i = 0; i < 3000; i++) {
      int group = random.nextInt(12) * (ORDINALS / 32 - 1) / 11;
      int ordinal = group * 32 + random.nextInt(32) % (1 + i / 100 % 32);
      String where = "ordinal " + ordinal + ", operation " + i + ", seed " + SEED;
      if (known.get(ordinal)) {
        words.clear(ordinal);
        known.clear(ordinal);
      } else {
        boolean room = groups(known) < FewWords.SLOTS || anyOf(known, ordinal / 32);
        assertEquals(room, words.set(ordinal), where);
        known.set(ordinal, room);
      }
      assertEquals(known, found(), where);
    }
  }

  @Test
  void theFirstAndTheLastOrdinalOfAGroupShareItsSlot() {
    assertTrue(words.set(32));
    assertTrue(words.set(63));
    long slot = words.after(FewWords.NONE);
    assertEquals(32, FewWords.baseOf(slot));
    assertEquals(1L << 31 | 1, FewWords.bitsOf(slot));
    assertEquals(FewWords.NONE, words.after(FewWords.keyOf(slot)));
  }

  @Test
  void aNinthGroupFindsNoRoomUntilOneIsEmpty() {
    for (int i = 0; i < FewWords.SLOTS; i++) {
      assertTrue(words.set(i * 1000));
    }
    assertFalse(words.set(9000));
    assertTrue(words.set(3001), "a group that has a slot is not full");
    words.clear(3000);
    assertFalse(words.set(9000));
    words.clear(3001);
    assertTrue(words.set(9000));
  }

  private BitSet found() {
    BitSet found = new BitSet();
    long before = FewWords.NONE;
    for (long slot = words.after(0);
        slot != FewWords.NONE;
        slot = words.after(FewWords.keyOf(slot))) {
      assertTrue(FewWords.keyOf(slot) > FewWords.keyOf(before), "must ascend, seed " + SEED);
      before = slot;
      for (long bits = FewWords.bitsOf(slot); bits != 0; bits &= bits - 1) {
        found.set(FewWords.baseOf(slot) + Long.numberOfTrailingZeros(bits));
      }
    }
    return found;
  }

  private static long groups(BitSet set) {
    return set.stream().map(ordinal -> ordinal / 32).distinct().count();
  }

  private static boolean anyOf(BitSet set, int group) {
    return !set.get(group * 32, group * 32 + 32).isEmpty();
  }
}
