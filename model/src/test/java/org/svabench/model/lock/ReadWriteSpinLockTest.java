package org.svabench.model.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ReadWriteSpinLockTest {
  private final ReadWriteSpinLock lock = new ReadWriteSpinLock();

  @Test
  void readersShareTheLock() {
    lock.readLock();
    lock.readLock();
    lock.readUnlock();
    lock.readUnlock();
    lock.writeLock();
    lock.writeUnlock();
  }

  @Test
  void aWriterWaitsForReadersAndHoldsNewOnesBack() throws InterruptedException {
    AtomicBoolean written = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(1);
    lock.readLock();
    Thread writer =
        new Thread(
            () -> {
              started.countDown();
              lock.writeLock();
              written.set(true);
              lock.writeUnlock();
            });
    writer.start();
    started.await();
    assertFalse(written.get());
    lock.readUnlock();
    writer.join();
    assertTrue(written.get());
    lock.readLock();
    lock.readUnlock();
  }

  @Test
  void noUpdateOfAWriterIsLostOrSeenHalf() throws InterruptedException {
    int rounds = 20_000;
    long[] pair = new long[2];
    AtomicBoolean torn = new AtomicBoolean();
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      boolean writes = i < 2;
      threads[i] =
          new Thread(
              () -> {
                for (int round = 0; round < rounds; round++) {
                  if (writes) {
                    lock.writeLock();
                    pair[0]++;
                    pair[1]++;
                    lock.writeUnlock();
                  } else {
                    lock.readLock();
                    if (pair[0] != pair[1]) {
                      torn.set(true);
                    }
                    lock.readUnlock();
                  }
                }
              });
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertFalse(torn.get());
    assertEquals(2 * rounds, pair[0]);
  }
}
