package org.svabench.model.mm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A subscription to an mm's secondary-TLB invalidations and its exit ({@code struct mmu_notifier}).
 *
 * <p>Subscriptions hang on one list per mm, newest first (v6.17 mm/mmu_notifier.c inserts at the
 * head). {@code next} is written with release before the subscription is reachable or while it is
 * unlinked around, and read with acquire by notifications; an unlinked subscription keeps its
 * {@code next}, so a notification standing on it goes on, and is reused only after a grace period.
 */
public abstract class Notifier extends Pooled {
  private static final VarHandle NEXT;

  static {
    try {
      NEXT = MethodHandles.lookup().findVarHandle(Notifier.class, "next", Notifier.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private Notifier next;
  private boolean registered;

  /** For subclasses. */
  protected Notifier() {}

  /**
   * Tells the hardware that translations of a range are stale. Called inside a read section of the
   * mm, by any thread, by several at once. Must not sleep, register or unregister.
   *
   * @param cpu the calling thread's CPU
   * @param start first byte
   * @param end exclusive; {@code (0, -1)} is everything
   */
  public abstract void invalidate(Cpu cpu, long start, long end);

  /**
   * The mm is exiting: stop every device from using it. Called once, under the lock of the mm's
   * bonds.
   *
   * @param cpu the calling thread's CPU
   */
  public abstract void release(Cpu cpu);

  final Notifier next() {
    return (Notifier) NEXT.getAcquire(this);
  }

  final void next(Notifier following) {
    NEXT.setRelease(this, following);
  }

  /**
   * Whether this is on the list of its mm.
   *
   * @return true between register and unregister, or the mm's exit
   */
  public final boolean registered() {
    return registered;
  }

  final void registered(boolean value) {
    registered = value;
  }
}
