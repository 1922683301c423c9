package org.svabench.model.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a ring holds, counts and waits for. Times are lower bounds, which hold on any machine. */
class CommandRingTest {
  private static final long WAIT = 0xe0;
  private static final int SLOTS = 8;
  private static final long LATENCY = 20_000_000;

  /** A ring with two words a slot whose waits are recognisable. */
  private static final class Ring extends CommandRing {
    Ring(int wordsPerSlot, boolean pollUnderLock, Hardware hardware) {
      super(3, SLOTS, wordsPerSlot, pollUnderLock, hardware);
    }

    @Override
    protected long waitCommand(int slot) {
      return WAIT | (long) slot << 32;
    }

    @Override
    protected long waitAddress(int slot) {
      return 0x1000 + slot;
    }
  }

  /** Takes long for the first submission, nothing for others, and notes when each came. */
  private static final class SlowAtFirst extends Hardware {
    final List<Long> executed = new CopyOnWriteArrayList<>();
    final CountDownLatch first = new CountDownLatch(1);

    @Override
    public long execute(int iommu, long[] words, int count, boolean waits) {
      executed.add(System.nanoTime());
      first.countDown();
      return executed.size() == 1 ? LATENCY : 0;
    }
  }

  private static long[] commands(int count) {
    long[] words = new long[2 * count];
    for (int i = 0; i < count; i++) {
      words[2 * i] = 100 + i;
      words[2 * i + 1] = 200 + i;
    }
    return words;
  }

  @Test
  void aSubmissionIsItsCommandsInOrderAndOneWaitBehindThem() {
    for (int wordsPerSlot : new int[] {2, 4}) {
      Ring ring = new Ring(wordsPerSlot, false, null);
      ring.submit(commands(2), 2, 0x10);

      assertEquals(100, ring.word(0, 0));
      assertEquals(200, ring.word(0, 1));
      assertEquals(101, ring.word(1, 0));
      assertEquals(201, ring.word(1, 1));
      assertEquals(WAIT | 0x10 | 2L << 32, ring.word(2, 0));
      assertEquals(0x1002, ring.word(2, 1));
      assertEquals(0, ring.word(3, 0));
    }
  }

  @Test
  void slotsAreUsedRoundAndRound() {
    Ring ring = new Ring(2, false, null);
    for (int i = 0; i < 3; i++) {
      ring.submit(commands(2), 2);
    }
    assertEquals(WAIT, ring.word(0, 0));
    assertEquals(0x1000, ring.word(0, 1));
    assertEquals(100, ring.word(6, 0));
    assertEquals(101, ring.word(7, 0));
    assertEquals(SLOTS, ring.freeSlots());
  }

  @Test
  void commandsWaitsAndSubmissionsAreCountedApart() {
    Ring ring = new Ring(2, false, null);
    ring.submit(commands(2), 2);
    ring.enqueue(commands(1), 1);
    ring.submit(commands(0), 0);

    assertEquals(3, ring.commands());
    assertEquals(2, ring.waits());
    assertEquals(3, ring.submissions());
    assertEquals(3, ring.iommu());
    assertEquals(SLOTS, ring.slots());
  }

  @Test
  void aRingThatIsHeldEndsUpAsIfItHadBeenSubmittedTo() {
    Ring held = new Ring(2, false, null);
    assertTrue(held.completesAtOnce());
    held.hold();
    assertTrue(held.isHeld());
    held.put(100, 200);
    held.put(101, 201);
    held.submitPut();
    held.submitOne(100, 200);
    held.letGo();
    assertFalse(held.isHeld());
    Ring submitted = new Ring(2, false, null);
    submitted.submit(commands(2), 2);
    submitted.submit(commands(1), 1);

    for (int slot = 0; slot < SLOTS; slot++) {
      assertEquals(submitted.word(slot, 0), held.word(slot, 0));
      assertEquals(submitted.word(slot, 1), held.word(slot, 1));
    }
    assertEquals(3, held.commands());
    assertEquals(2, held.waits());
    assertEquals(SLOTS, held.freeSlots());
  }

  @Test
  void aSubmitterReturnsWhenTheHardwareIsDoneAndTheRingIsFreeAgain() {
    for (boolean pollUnderLock : new boolean[] {false, true}) {
      SlowAtFirst hardware = new SlowAtFirst();
      Ring ring = new Ring(2, pollUnderLock, hardware);
      assertEquals(pollUnderLock, ring.pollsUnderLock());
      assertFalse(ring.completesAtOnce());

      ring.submit(commands(1), 1);

      assertTrue(System.nanoTime() - hardware.executed.get(0) >= LATENCY);
      assertFalse(ring.isHeld());
      assertEquals(SLOTS, ring.freeSlots());
    }
  }

  @Test
  void nobodyWaitsForCommandsWithoutAWait() {
    Ring ring = new Ring(2, false, new Forever());
    ring.enqueue(commands(1), 1);
    assertEquals(SLOTS, ring.freeSlots());
  }

  /** An hour, for those who wait. */
  private static final class Forever extends Hardware {
    @Override
    public long execute(int iommu, long[] words, int count, boolean waits) {
      return 3_600_000_000_000L;
    }
  }

  @Test
  void whoFindsTooFewFreeSlotsForItsCommandsAWaitAndAGapWaitsForThoseBefore()
      throws InterruptedException {
    // Four slots are in flight, four free: three commands need five.
    assertTrue(secondAfterFirst(false, 3) >= LATENCY);
  }

  @Test
  void whereTheLockIsKeptWhilePollingTheNextSubmitterWaitsForTheLast() throws InterruptedException {
    assertTrue(secondAfterFirst(true, 1) >= LATENCY);
  }

  /** Nanoseconds from three commands that take long to others from another thread. */
  private static long secondAfterFirst(boolean pollUnderLock, int count)
      throws InterruptedException {
    SlowAtFirst hardware = new SlowAtFirst();
    Ring ring = new Ring(2, pollUnderLock, hardware);
    Thread other = new Thread(() -> ring.submit(commands(3), 3));
    other.start();
    hardware.first.await();
    ring.submit(commands(count), count);
    other.join();
    assertEquals(SLOTS, ring.freeSlots());
    return hardware.executed.get(1) - hardware.executed.get(0);
  }

  @Test
  void aRingHasAPowerOfTwoOfSlots() {
    assertEquals(
        "must be a power of two: slots=6",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new CommandRing(0, 6, 2, false, null) {
                      @Override
                      protected long waitCommand(int slot) {
                        return 0;
                      }

                      @Override
                      protected long waitAddress(int slot) {
                        return 0;
                      }
                    })
            .getMessage());
  }
}
