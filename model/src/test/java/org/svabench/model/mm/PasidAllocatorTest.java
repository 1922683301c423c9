package org.svabench.model.mm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The PASID space against a sorted set of what is free. */
class PasidAllocatorTest {
  private static final int WHOLE_SPACE = 1 << 20;

  @Test
  void theFirstPasidIsOne() {
    assertEquals(Pasid.FIRST, new PasidAllocator(WHOLE_SPACE).allocate(WHOLE_SPACE));
  }

  @Test
  void theLowestFreePasidIsGiven() {
    PasidAllocator pasids = new PasidAllocator(WHOLE_SPACE);
    for (int expected = 1; expected <= 200; expected++) {
      assertEquals(expected, pasids.allocate(WHOLE_SPACE));
    }
    pasids.release(130);
    pasids.release(3);
    assertEquals(3, pasids.allocate(WHOLE_SPACE));
    assertEquals(130, pasids.allocate(WHOLE_SPACE));
    assertEquals(201, pasids.allocate(WHOLE_SPACE));
  }

  @Test
  void aDeviceTakesNoPasidThatIsTooLargeForIt() {
    PasidAllocator pasids = new PasidAllocator(WHOLE_SPACE);
    assertEquals(Errno.ENOSPC, pasids.allocate(0));
    assertEquals(Errno.ENOSPC, pasids.allocate(1));
    assertEquals(1, pasids.allocate(2));
    assertEquals(Errno.ENOSPC, pasids.allocate(2));
    assertEquals(1, pasids.allocated());
    assertEquals(2, pasids.allocate(3));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 63, 64, 65, 128, 4095, 4096, 4097, 262_143, 262_145, WHOLE_SPACE})
  void aSpaceGivesEveryPasidOnceAndThenNone(int limit) {
    PasidAllocator pasids = new PasidAllocator(limit);
    for (int expected = 1; expected < limit; expected++) {
      assertEquals(expected, pasids.allocate(WHOLE_SPACE));
    }
    assertEquals(limit - 1, pasids.allocated());
    assertEquals(Errno.ENOSPC, pasids.allocate(WHOLE_SPACE));
    pasids.release(limit - 1);
    assertEquals(limit - 1, pasids.allocate(WHOLE_SPACE));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 70, 1024, Integer.MAX_VALUE})
  void releasingWhatIsNotAllocatedIsAMistake(int pasid) {
    PasidAllocator pasids = new PasidAllocator(1024);
    assertThrows(IllegalStateException.class, () -> pasids.release(pasid));
    assertEquals(0, pasids.allocated());
    assertEquals(1, pasids.allocate(1024));
  }

  @Test
  void releasingTwiceIsAMistake() {
    PasidAllocator pasids = new PasidAllocator(1024);
    pasids.release(pasids.allocate(1024));
    assertThrows(IllegalStateException.class, () -> pasids.release(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, WHOLE_SPACE + 1})
  void aSpaceOfAnImpossibleSizeIsRefused(int limit) {
    assertThrows(IllegalArgumentException.class, () -> new PasidAllocator(limit));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 64, 70, 4097, 20_000})
  void randomOperationsDoWhatASortedSetDoes(int limit) {
    Random random = new Random(limit);
    PasidAllocator pasids = new PasidAllocator(limit);
    TreeSet<Integer> free = new TreeSet<>();
    for (int pasid = 1; pasid < limit; pasid++) {
      free.add(pasid);
    }
    List<Integer> taken = new ArrayList<>();
    for (int step = 0; step < 50_000; step++) {
      // Phases of growing and of shrinking, so that full and empty are both reached.
      boolean grow = random.nextInt(8) < (step / 12_500 % 2 == 0 ? 6 : 2);
      if (grow || taken.isEmpty()) {
        int bound = random.nextInt(4) == 0 ? random.nextInt(limit + 1) : WHOLE_SPACE;
        boolean possible = !free.isEmpty() && free.first() < bound;
        int expected = possible ? free.first() : Errno.ENOSPC;
        assertEquals(expected, pasids.allocate(bound));
        if (possible) {
          taken.add(free.pollFirst());
        }
      } else {
        int at = random.nextInt(taken.size());
        int pasid = taken.get(at);
        taken.set(at, taken.get(taken.size() - 1));
        taken.remove(taken.size() - 1);
        pasids.release(pasid);
        assertTrue(free.add(pasid));
      }
      assertEquals(taken.size(), pasids.allocated());
    }
  }

  @Test
  void aSpaceMayHaveASinglePasidOrTwentyBitsOfThem() {
    assertEquals(1, new PasidAllocator(2).allocate(2));
    assertEquals(1, new PasidAllocator(1 << 20).allocate(2));
  }

  @Test
  void theBoundOfADeviceIsExclusive() {
    PasidAllocator pasids = new PasidAllocator(16);
    assertEquals(1, pasids.allocate(16));
    assertEquals(Errno.ENOSPC, pasids.allocate(2));
    assertEquals(2, pasids.allocate(3));
  }
}
