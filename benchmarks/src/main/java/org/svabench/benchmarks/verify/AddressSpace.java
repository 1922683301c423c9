package org.svabench.benchmarks.verify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.svabench.model.lock.SpinLock;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Pasid;

/**
 * One process: its simulated page tables, its mm, who uses it, and what is bound to it.
 *
 * <p>Page table entries are changed under a lock and with plain release stores, as a kernel changes
 * them; nothing between such a store and the notification orders it before the notification's
 * loads, so a notification that lacks a fence shows. Each entry has a cache line of its own: the
 * stores linger longer in the store buffer.
 */
final class AddressSpace {
  private static final int STRIDE = 8;
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(long[].class);

  /** Never reused. */
  final int number;

  final Mm mm;
  final Bonds bonds;

  private final SpinLock pageTableLock = new SpinLock();
  private final long[] entries = new long[Pages.ALL * STRIDE];
  private final long[] floors = new long[Pages.ALL];
  private final long[] floorNanos = new long[Pages.ALL];
  private final AtomicInteger users = new AtomicInteger();
  private final AtomicReferenceArray<PasidEntry> pasidEntries;
  private long version;
  private volatile boolean closed;
  private volatile boolean exited;
  private volatile int pasid = Pasid.INVALID;

  /**
   * Creates a process whose pages are all mapped.
   *
   * @param number names it
   * @param mm its mm; null for the kernel's own page tables
   * @param devices number of devices of the machine
   * @param groups number of groups of the machine
   */
  AddressSpace(int number, Mm mm, int devices, int groups) {
    this.number = number;
    this.mm = mm;
    this.bonds = new Bonds(groups);
    this.pasidEntries = new AtomicReferenceArray<>(devices);
    change(0, Pages.ALL, true);
  }

  /** What a walk of the page tables finds; {@link Translation#NONE} where the page is not there. */
  long walk(int page) {
    return (long) ELEMENT.getAcquire(entries, page * STRIDE);
  }

  /**
   * Replaces or clears entries. A notification must follow.
   *
   * @return the version that cached translations must have from that notification's end on
   */
  long change(int from, int to, boolean mapped) {
    pageTableLock.lock();
    final long now = ++version;
    final long entry = mapped ? Translation.of(number, now) : Translation.NONE;
    for (int page = from; page < to; page++) {
      ELEMENT.setRelease(entries, page * STRIDE, entry);
    }
    pageTableLock.unlock();
    return now;
  }

  /** Maps a page that is not there, as a page fault does; needs no notification. */
  void fault(int page) {
    pageTableLock.lock();
    if (walk(page) == Translation.NONE) {
      ELEMENT.setRelease(entries, page * STRIDE, Translation.of(number, ++version));
    }
    pageTableLock.unlock();
  }

  /**
   * A notification has returned: no older translation of these pages may be used any more.
   *
   * @param began when the notification began
   */
  void raiseFloors(int from, int to, long toVersion, long began) {
    pageTableLock.lock();
    for (int page = from; page < to; page++) {
      if ((long) ELEMENT.getOpaque(floors, page) < toVersion) {
        floorNanos[page] = began;
        ELEMENT.setRelease(floors, page, toVersion);
      }
    }
    pageTableLock.unlock();
  }

  /** The oldest version of a page that a translation beginning now may give. */
  long floor(int page) {
    return (long) ELEMENT.getAcquire(floors, page);
  }

  /** Whether a floor is still in force, and set by a notification that began with a group bound. */
  boolean isFloorFor(Bonds bonds, int group, int page, long floor) {
    pageTableLock.lock();
    final boolean is = floors[page] == floor && bonds.openSince(group, floorNanos[page]);
    pageTableLock.unlock();
    return is;
  }

  /** Takes a use of the process, so that its exit cannot begin; false where it has begun. */
  boolean use() {
    users.incrementAndGet();
    if (closed) {
      users.decrementAndGet();
      return false;
    }
    return true;
  }

  void unuse() {
    users.decrementAndGet();
  }

  /** Lets no new use begin and waits for those that have, unless a thread has failed in one. */
  void close(Verdict verdict) {
    closed = true;
    while (users.get() != 0 && verdict.violation() == null) {
      Thread.yield();
    }
  }

  /** The exit of the mm has returned. */
  void exited() {
    exited = true;
  }

  boolean hasExited() {
    return exited;
  }

  /** The PASID under which the process was first bound; kept until its end. */
  int pasid() {
    return pasid;
  }

  void pasid(int first) {
    pasid = first;
  }

  /** The newest life of a device's PASID table entry for this process; null before the first. */
  PasidEntry entry(int device) {
    return pasidEntries.get(device);
  }

  void entry(int device, PasidEntry entry) {
    pasidEntries.set(device, entry);
  }
}
