package org.svabench.model.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SpinLockedTest {
  private static final int ROUNDS = 200_000;

  private static final class Held extends SpinLocked {}

  private final Held lock = new Held();

  private int plain;

  @Test
  void whoHoldsTheLockHoldsItAlone() throws InterruptedException {
    SpinLock alone = new SpinLock();
    Runnable counting =
        () -> {
          for (int i = 0; i < ROUNDS; i++) {
            alone.lock();
            plain++;
            alone.unlock();
          }
        };
    Thread other = new Thread(counting);
    other.start();
    counting.run();
    other.join();

    assertEquals(2 * ROUNDS, plain);
    assertFalse(alone.isHeld());
  }

  @Test
  void aHolderIsToldThatSomebodyWaitsAndCanLetItIn() throws InterruptedException {
    lock.acquire();
    assertFalse(lock.isWanted());
    AtomicBoolean heldByOther = new AtomicBoolean();
    Thread other =
        new Thread(
            () -> {
              lock.acquire();
              heldByOther.set(true);
              lock.release();
            });
    other.start();
    while (!lock.isWanted()) {
      Thread.onSpinWait();
    }
    assertFalse(heldByOther.get());

    while (!heldByOther.get()) {
      lock.letWaitersIn();
    }

    assertTrue(lock.isHeld());
    other.join();
    // A hint may stay behind by one, from a look before the lock was had.
    lock.letWaitersIn();
    assertFalse(lock.isWanted());
    lock.release();
    assertFalse(lock.isHeld());
  }
}
