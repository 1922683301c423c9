package org.svabench.model.lock;

/**
 * A lock alone on its cache lines: the kernel's spinlocks and, under optimistic spinning, its
 * mutexes. Progress and ordering as {@link SpinLocked} says.
 */
public final class SpinLock extends SpinLocked {
  int t; // takes a gap in front of the longs
  long t00, t01, t02, t03, t04, t05, t06, t07; // 64 bytes
  long t08, t09, t10, t11, t12, t13, t14, t15; // 128 bytes

  /** Creates a free lock. */
  public SpinLock() {}

  /** Takes the lock, spinning until it is free. Must not be called by its holder. */
  public void lock() {
    acquire();
  }

  /** Gives the lock back. Only its holder may call this. */
  public void unlock() {
    release();
  }
}
