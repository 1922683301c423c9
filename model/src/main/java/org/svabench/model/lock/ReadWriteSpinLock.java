package org.svabench.model.lock;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A spinning lock that any number of readers or one writer holds ({@code rwlock_t}). Readers write
 * the lock word too, so they meet on its cache line: that is the price which the sorted array of
 * SMMUv3 pays only for domains with ATS.
 *
 * <p>Not reentrant. A waiting writer holds new readers back, so it waits for no more than those
 * that were there. Never allocates. Progress: blocking. Linearization points: {@link #readLock} at
 * the addition that finds no writer, {@link #writeLock} when the last reader is seen gone.
 * Ordering: acquire on lock, release on unlock.
 */
public final class ReadWriteSpinLock {
  private static final int WRITER = 1;
  private static final int READER = 2;
  private static final int SPINS_BEFORE_YIELD = 256;
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(ReadWriteSpinLock.class, "state", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private int state;

  /** Creates a free lock. */
  public ReadWriteSpinLock() {}

  /** Takes a reader's share. */
  public void readLock() {
    while (((int) STATE.getAndAdd(this, READER) & WRITER) != 0) {
      STATE.getAndAdd(this, -READER);
      awaitClear(WRITER);
    }
  }

  /** Gives a reader's share back. */
  public void readUnlock() {
    STATE.getAndAddRelease(this, -READER);
  }

  /** Takes the lock alone. */
  public void writeLock() {
    while (((int) STATE.getAndBitwiseOr(this, WRITER) & WRITER) != 0) {
      awaitClear(WRITER);
    }
    awaitClear(~WRITER);
  }

  /** Gives the lock back; only its writer may call this. */
  public void writeUnlock() {
    STATE.getAndBitwiseAndRelease(this, ~WRITER);
  }

  private void awaitClear(int bits) {
    int looks = 0;
    while (((int) STATE.getAcquire(this) & bits) != 0) {
      if (++looks % SPINS_BEFORE_YIELD == 0) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
