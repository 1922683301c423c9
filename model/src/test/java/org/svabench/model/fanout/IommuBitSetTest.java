package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The set by itself, in one thread: against the JDK's, in every form it has. */
class IommuBitSetTest {
  private static final long SEED = 20261128;

  @ParameterizedTest
  @ValueSource(ints = {1, 64, 65, 512, 513, 2048, 2049, 5000})
  void whateverIsSetAndClearedIsWhatIsFound(int capacity) {
    Random random = new Random(SEED);
    IommuBitSet set = new IommuBitSet(capacity);
    BitSet known = new BitSet();
    assertEquals(capacity, set.capacity());
    for (int i = 0; i < 600; i++) {
      int bit = i % 7 == 0 ? capacity - 1 : random.nextInt(capacity);
      boolean was = known.get(bit);
      String where = "bit " + bit + ", operation " + i + ", seed " + SEED;
      switch (random.nextInt(3)) {
        case 0 -> {
          assertEquals(!was, set.set(bit), where);
          known.set(bit);
        }
        case 1 -> {
          assertEquals(was, set.clear(bit), where);
          known.clear(bit);
        }
        default -> {
          if (was) {
            set.clearOwned(bit);
          } else {
            set.setOwned(bit);
          }
          known.flip(bit);
        }
      }
      assertEquals(known.get(bit), set.get(bit), where);
      int from = random.nextInt(capacity);
      int to = from + random.nextInt(capacity - from + 1);
      assertEquals(known.get(from, to).cardinality(), set.count(from, to), where);
      if (i % 5 == 0) {
        assertEquals(known, found(set), where);
      }
    }
    assertEquals(known.cardinality(), set.count(0, capacity));
  }

  @Test
  void aWalkIsInAscendingOrder() {
    IommuBitSet set = new IommuBitSet(5000);
    for (int bit : new int[] {4999, 63, 64, 0, 2048, 2047}) {
      set.set(bit);
    }
    StringBuilder order = new StringBuilder();
    set.forEach(bit -> order.append(bit).append(' '));
    assertEquals("0 63 64 2047 2048 4999 ", order.toString());
  }

  @Test
  void aLeafThatAWalkFoundEmptyIsNotReadAgainUntilItIsFilled() {
    IommuBitSet set = new IommuBitSet(5000);
    set.set(100);
    set.set(4500);
    set.clear(100);
    assertEquals(1L << 1, set.announced(0), "clearing leaves that to a walk");
    set.forEach(bit -> {});
    assertEquals(0, set.announced(0));
    assertEquals(1L << 4500 / 64 % 32, set.announced(4500 / 64 / 32), "what holds a bit stays");
    set.setOwned(101);
    assertEquals(1L << 1, set.announced(0));
    assertTrue(set.get(101));
  }

  @Test
  void aBitThatIsSetAlreadyIsAnnouncedAllTheSame() {
    IommuBitSet set = new IommuBitSet(5000);
    set.set(7);
    assertFalse(set.set(7));
    assertEquals(1, set.announced(0));
  }

  @Test
  void whatIsNoBitOfTheSetIsRefused() {
    IommuBitSet set = new IommuBitSet(70);
    assertEquals(
        "must be 0..69: bit=70",
        assertThrows(IndexOutOfBoundsException.class, () -> set.set(70)).getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> set.get(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> set.clearOwned(70));
    assertThrows(IllegalArgumentException.class, () -> new IommuBitSet(0));
  }

  private static BitSet found(IommuBitSet set) {
    BitSet found = new BitSet();
    set.forEach(found::set);
    return found;
  }
}
