package org.svabench.model.mm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting until no notification reads an mm any more. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadSectionsTest {
  private final ReadSections sections = new ReadSections();
  private final Mm mm = new Mm(1);
  private final Cpu cpu = sections.register(null, null);

  @Test
  void nothingIsWaitedForWhereNobodyReads() {
    sections.synchronize(mm);
    cpu.enter(mm);
    cpu.leave();
    sections.synchronize(mm);
  }

  @Test
  void aSectionOnAnotherMmIsNotWaitedFor() {
    cpu.enter(new Mm(2));
    sections.synchronize(mm);
  }

  @Test
  void aSectionThatWasOpenIsWaitedFor() throws InterruptedException {
    cpu.enter(mm);
    CountDownLatch started = new CountDownLatch(1);
    boolean[] left = {false};
    boolean[] sawLeaving = {false};
    Thread waiter =
        new Thread(
            () -> {
              started.countDown();
              sections.synchronize(mm);
              // Written before leave(), whose release store synchronize() has read.
              sawLeaving[0] = left[0];
            });
    waiter.start();
    started.await();
    // A waiter that does not wait ends soon; one that waits cannot end before leave().
    waiter.join(20);
    assertTrue(waiter.isAlive());
    left[0] = true;
    cpu.leave();
    waiter.join();
    assertTrue(sawLeaving[0]);
  }

  @Test
  void aStreamOfLaterSectionsDoesNotHoldAWaiterBack() throws InterruptedException {
    Thread waiter = new Thread(() -> sections.synchronize(mm));
    cpu.enter(mm);
    waiter.start();
    // Never a moment outside a section for long: each look of the waiter may find a later one.
    while (waiter.isAlive()) {
      cpu.leave();
      cpu.enter(mm);
    }
    waiter.join();
    cpu.leave();
  }
}
