package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final long SEED = 20261128;

  private final Told told = new Told();

  /** Words begin at multiples of 64 or, from the compact form, of 32. */
  @Test
  void whatWasAddedInWordsOfEitherSizeIsFoundInWordsOfEitherSize() {
    Random random = new Random(SEED);
    for (int run = 0; run < 200; run++) {
      BitSet known = new BitSet();
      told.clear();
      boolean compact = random.nextBoolean();
      for (int base = 0; base < 2048; base += compact ? 32 : 64) {
        if (random.nextInt(3) == 0) {
          long word = random.nextLong() & random.nextLong() & (compact ? 0xffff_ffffL : -1L);
          told.add(base, word);
          for (long bits = word; bits != 0; bits &= bits - 1) {
            known.set(base + Long.numberOfTrailingZeros(bits));
          }
        }
      }
      for (int base = 0; base < 2048; base += 32) {
        assertEquals(word(known, base), told.from(base), "base " + base + ", seed " + SEED);
      }
      int start = random.nextInt(2048);
      int end = start + random.nextInt(2048 - start + 1);
      String where = start + " to " + end + ", seed " + SEED;
      assertEquals(!known.get(start, end).isEmpty(), told.any(start, end), where);
    }
  }

  @Test
  void aRangeEndsInFrontOfItsEnd() {
    told.add(128, 1L << 5 | 1L << 63);
    assertTrue(told.any(133, 134));
    assertFalse(told.any(134, 191));
    assertTrue(told.any(134, 192));
    assertFalse(told.any(0, 133));
    assertFalse(told.any(133, 133));
  }

  private static long word(BitSet set, int base) {
    long word = 0;
    for (int i = 0; i < 64; i++) {
      word |= set.get(base + i) ? 1L << i : 0;
    }
    return word;
  }
}
