package org.svabench.benchmarks.verify;

import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds a thread up now and then where races would be narrow: a few cycles, a chance for the
 * scheduler, or, rarely, long enough that whole binds and notifications pass. Two cores interleave
 * like many that way. For one thread.
 */
final class Pauses {
  private static final int ONE_IN = 4096;
  private static final int SPINS = 160;
  private static final int YIELDS = 64;
  private static final int SLEEPS = 1;
  private static final long SLEEP_NANOS = 30_000;

  private final SplittableRandom random;

  Pauses(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A place where a pause may come. */
  void maybe() {
    int pick = random.nextInt(ONE_IN);
    if (pick < SPINS) {
      for (int i = 0; i < pick; i++) {
        Thread.onSpinWait();
      }
      return;
    }
    pick -= SPINS;
    if (pick < YIELDS) {
      Thread.yield();
    } else if (pick < YIELDS + SLEEPS) {
      LockSupport.parkNanos(SLEEP_NANOS);
    }
  }
}
