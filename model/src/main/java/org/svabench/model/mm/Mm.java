package org.svabench.model.mm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A process address space: its PASID, its notifier subscriptions and what the IOMMU core keeps for
 * it.
 *
 * <p>It lives while it has users (until {@code exit}) or is pinned by a domain; its PASID goes back
 * only then, never at the last unbind (v6.17 kernel/fork.c {@code __mmdrop}).
 *
 * <p>Ordering: {@code pasid} is published with release and read with acquire. {@code subscriptions}
 * likewise; see {@link Notifier} for the list. Everything else changes under the lock of the mm's
 * bonds.
 */
public final class Mm {
  private static final VarHandle PASID;
  private static final VarHandle SUBSCRIPTIONS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      PASID = lookup.findVarHandle(Mm.class, "pasid", int.class);
      SUBSCRIPTIONS = lookup.findVarHandle(Mm.class, "subscriptions", Notifier.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final int readerTag;
  private int pasid = Pasid.INVALID;
  private Notifier subscriptions;
  private int pins;
  private boolean exited;
  private boolean dmaIncompatible;
  private IommuMmData iommuData;

  /**
   * Creates an mm with one user and no PASID.
   *
   * @param readerTag names the mm in read sections: unique in its machine, 1 .. 16,777,215
   */
  public Mm(int readerTag) {
    if (readerTag < 1 || readerTag > Cpu.TAG_MASK) {
      throw new IllegalArgumentException("must be 1.." + Cpu.TAG_MASK + ": readerTag=" + readerTag);
    }
    this.readerTag = readerTag;
  }

  /**
   * The mm's PASID ({@code mm_get_enqcmd_pasid}). Any thread; wait-free.
   *
   * @return the PASID, or {@link Pasid#INVALID}
   */
  public int pasid() {
    return (int) PASID.getAcquire(this);
  }

  /**
   * Gives the mm its PASID, or takes it away at the mm's end; for the IOMMU core.
   *
   * @param value the PASID or {@link Pasid#INVALID}
   */
  public void pasid(int value) {
    PASID.setRelease(this, value);
  }

  /**
   * Tells every subscription that translations of a range are stale, newest subscription first. Any
   * thread, several at once, until the mm's exit has begun. Lock-free where the subscriptions are;
   * never allocates.
   *
   * <p>The list is read inside a section even where the mm was never bound: without the section's
   * fence a page-table change could be overtaken by the look at an empty list while a first bind is
   * in flight.
   *
   * @param cpu the calling thread's CPU
   * @param start first byte
   * @param end exclusive; {@code (0, -1)} is everything
   */
  public void invalidateSecondaryTlbs(Cpu cpu, long start, long end) {
    cpu.enter(this);
    for (Notifier notifier = (Notifier) SUBSCRIPTIONS.getAcquire(this);
        notifier != null;
        notifier = notifier.next()) {
      notifier.invalidate(cpu, start, end);
    }
    cpu.leave();
  }

  /**
   * Adds a subscription in front of all others. Under the lock of the mm's bonds.
   *
   * @param notifier one that is on no list
   */
  public void register(Notifier notifier) {
    notifier.next(subscriptions);
    SUBSCRIPTIONS.setRelease(this, notifier);
    notifier.registered(true);
  }

  /**
   * Removes a subscription without calling its release; does nothing where the mm's exit has
   * removed it already. Under the lock of the mm's bonds.
   *
   * @param notifier one that was registered with this mm
   */
  public void unregister(Notifier notifier) {
    if (!notifier.registered()) {
      return;
    }
    notifier.registered(false);
    Notifier previous = null;
    for (Notifier at = subscriptions; at != notifier; at = at.next()) {
      previous = at;
    }
    if (previous == null) {
      SUBSCRIPTIONS.setRelease(this, notifier.next());
    } else {
      previous.next(notifier.next());
    }
  }

  /**
   * Calls release of every subscription, newest first, then removes all. Under the lock of the mm's
   * bonds.
   *
   * @param cpu the calling thread's CPU
   */
  public void releaseSubscriptions(Cpu cpu) {
    for (Notifier at = subscriptions; at != null; at = at.next()) {
      at.release(cpu);
      at.registered(false);
    }
    SUBSCRIPTIONS.setRelease(this, null);
  }

  /** Takes a reference on the struct, as every domain does ({@code mmgrab}). */
  public void pin() {
    pins++;
  }

  /** Drops a reference on the struct ({@code mmdrop}); {@link #dead} may become true. */
  public void unpin() {
    pins--;
  }

  /** Marks the end of the process: no user is left. */
  public void exit() {
    exited = true;
  }

  /**
   * Whether the process has ended.
   *
   * @return true from exit on
   */
  public boolean exited() {
    return exited;
  }

  /**
   * Whether nothing holds the struct any more, so that its PASID is free again.
   *
   * @return true once exited and unpinned
   */
  public boolean dead() {
    return exited && pins == 0;
  }

  /** Makes a dead mm a new one with one user, for its next life. */
  public void renew() {
    exited = false;
    dmaIncompatible = false;
  }

  /**
   * Says that the mm's page tables cannot be used for DMA (x86: linear address masking in use):
   * every bind then fails with -EBUSY.
   *
   * @param value whether they cannot
   */
  public void dmaIncompatible(boolean value) {
    dmaIncompatible = value;
  }

  /**
   * Whether the mm's page tables cannot be used for DMA.
   *
   * @return false unless set
   */
  public boolean dmaIncompatible() {
    return dmaIncompatible;
  }

  /**
   * What the IOMMU core keeps for this mm.
   *
   * @return null before the core has set it
   */
  public IommuMmData iommuData() {
    return iommuData;
  }

  /**
   * Sets what the IOMMU core keeps for this mm.
   *
   * @param data the core's data
   */
  public void iommuData(IommuMmData data) {
    iommuData = data;
  }

  int readerTag() {
    return readerTag;
  }
}
