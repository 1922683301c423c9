package org.svabench.model.lock;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Keeps the lock word off the cache lines of whatever was allocated before it. */
abstract class SpinLockLeadingPad {
  long l00, l01, l02, l03, l04, l05, l06, l07; // 64 bytes
  long l08, l09, l10, l11, l12, l13, l14, l15; // 128 bytes: adjacent-line prefetch pairs lines
}

/** The lock word alone between the pads. */
abstract class SpinLockWord extends SpinLockLeadingPad {
  int held;
}

/**
 * A test-and-test-and-set lock: the kernel's spinlocks and, under optimistic spinning, its mutexes.
 *
 * <p>Not reentrant, not fair, no deadlock detection. Never allocates, contended or not, which is
 * why {@code ReentrantLock} (queue nodes) is not used. The kernel's holders run with preemption
 * off; ours may be descheduled, so a waiter gives its core away after {@value #SPINS_BEFORE_YIELD}
 * looks.
 *
 * <p>Progress: blocking. Linearization points: {@link #lock} at the successful compare-and-set,
 * {@link #unlock} at the release store. Ordering: acquire on lock, release on unlock, so what one
 * holder wrote the next one sees.
 */
public final class SpinLock extends SpinLockWord {
  private static final int SPINS_BEFORE_YIELD = 256;
  private static final VarHandle HELD;

  static {
    try {
      HELD = MethodHandles.lookup().findVarHandle(SpinLockWord.class, "held", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  long t00, t01, t02, t03, t04, t05, t06, t07; // 64 bytes
  long t08, t09, t10, t11, t12, t13, t14, t15; // 128 bytes

  /** Creates a free lock. */
  public SpinLock() {}

  /** Takes the lock, spinning until it is free. Must not be called by its holder. */
  public void lock() {
    if (!HELD.compareAndSet(this, 0, 1)) {
      lockContended();
    }
  }

  private void lockContended() {
    int looks = 0;
    do {
      while ((int) HELD.getOpaque(this) != 0) {
        if (++looks % SPINS_BEFORE_YIELD == 0) {
          Thread.yield();
        } else {
          Thread.onSpinWait();
        }
      }
    } while (!HELD.compareAndSet(this, 0, 1));
  }

  /** Gives the lock back. Only its holder may call this. */
  public void unlock() {
    HELD.setRelease(this, 0);
  }

  /**
   * Whether somebody holds the lock at this moment; for assertions and tests.
   *
   * @return true while held
   */
  public boolean isHeld() {
    return (int) HELD.getOpaque(this) != 0;
  }
}
