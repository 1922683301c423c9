package org.svabench.model.lock;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Keeps the lock word off the cache lines of whatever was allocated before it. */
abstract class SpinLockedLeadingPad {
  int l; // takes the gap behind the object header, where a field of a subclass would land otherwise
  long l00, l01, l02, l03, l04, l05, l06, l07; // 64 bytes
  long l08, l09, l10, l11, l12, l13, l14, l15; // 128 bytes: adjacent-line prefetch pairs lines
}

/**
 * An object with a test-and-test-and-set lock of its own, for subclasses that keep what the lock
 * protects on the lock's cache line: whoever gets the lock gets the data with it, as in the
 * kernel's {@code struct q_inval}. {@link SpinLock} is the lock alone.
 *
 * <p>Not reentrant, not fair, no deadlock detection. Never allocates, contended or not, which is
 * why {@code ReentrantLock} (queue nodes) is not used. The kernel's holders run with preemption
 * off; ours may be descheduled, so a waiter gives its core away after {@value #SPINS_BEFORE_YIELD}
 * looks.
 *
 * <p>Progress: blocking. Linearization points: {@link #acquire} at the successful compare-and-set,
 * {@link #release} at the release store. Ordering: acquire on acquire, release on release, so what
 * one holder wrote the next one sees.
 */
public abstract class SpinLocked extends SpinLockedLeadingPad {
  private static final int SPINS_BEFORE_YIELD = 256;
  private static final VarHandle HELD;
  private static final VarHandle WANTED;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      HELD = lookup.findVarHandle(SpinLocked.class, "held", int.class);
      WANTED = lookup.findVarHandle(SpinLocked.class, "wanted", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private int held;

  /** Written by waiters, a hint for a holder that could give the lock back early. */
  private int wanted;

  /** For subclasses; the lock is free. */
  protected SpinLocked() {}

  /** Takes the lock, spinning until it is free. Must not be called by its holder. */
  protected final void acquire() {
    if (!HELD.compareAndSet(this, 0, 1)) {
      acquireContended();
    }
  }

  private void acquireContended() {
    int looks = 0;
    do {
      while ((int) HELD.getOpaque(this) != 0) {
        if ((int) WANTED.getOpaque(this) == 0) {
          WANTED.setOpaque(this, 1);
        }
        if (++looks % SPINS_BEFORE_YIELD == 0) {
          Thread.yield();
        } else {
          Thread.onSpinWait();
        }
      }
    } while (!HELD.compareAndSet(this, 0, 1));
    // Whoever still waits says so again.
    WANTED.setOpaque(this, 0);
  }

  /**
   * Whether somebody waits, for a holder that keeps the lock longer than it must.
   *
   * @return true where {@link #letWaitersIn} should be called
   */
  protected final boolean isWanted() {
    return (int) WANTED.getOpaque(this) != 0;
  }

  /**
   * Gives the lock back for a moment and takes it again. What it protects may have changed when
   * this returns.
   */
  protected final void letWaitersIn() {
    WANTED.setOpaque(this, 0);
    release();
    Thread.onSpinWait();
    acquire();
  }

  /** Gives the lock back. Only its holder may call this. */
  protected final void release() {
    HELD.setRelease(this, 0);
  }

  /**
   * Whether somebody holds the lock at this moment; for assertions and tests.
   *
   * @return true while held
   */
  public final boolean isHeld() {
    return (int) HELD.getOpaque(this) != 0;
  }
}
