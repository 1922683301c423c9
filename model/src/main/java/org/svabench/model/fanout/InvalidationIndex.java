package org.svabench.model.fanout;

import org.svabench.model.mm.Cpu;

/**
 * The IOMMUs and the devices with ATS behind a domain, as a set that bonds change and notifications
 * walk.
 *
 * <p>Every implementation keeps these promises. Once {@link #assign} has returned, each {@link
 * #tell} that begins later names the device's IOMMU and, where it has ATS, the device, until {@link
 * #unassign} is called. Each IOMMU is named once, however many devices are behind it, and before
 * its devices. Binders are serialised by the lock of the mm's bonds; tellers are any threads,
 * inside a read section of the mm.
 *
 * <p>"Later" is real time. {@link #assign} ends with a store-load fence, or is excluded by a lock,
 * against the one of {@link Cpu#enter}: of a page-table change followed by a notification, and a
 * bind followed by a translation, one sees the other.
 */
public abstract class InvalidationIndex {
  /** For the implementations. */
  protected InvalidationIndex() {}

  /**
   * Adds a device. Allocates only where the mm's pools hold nothing reusable.
   *
   * @param cpu the calling thread's CPU
   * @param bound the device's record
   * @param pools where tags come from
   * @return false where memory ran out; nothing has changed then
   */
  public abstract boolean assign(Cpu cpu, BoundDevice bound, TagPool pools);

  /**
   * Removes a device that was assigned.
   *
   * @param bound the device's record
   * @param pools where tags go
   */
  public abstract void unassign(BoundDevice bound, TagPool pools);

  /**
   * Whether a {@link #tell} that began before an {@link #assign} may outlast it without naming the
   * device. The driver must then wait for such tells before it lets the device translate: through
   * the IOTLB of an IOMMU that was bound before, the device could still fetch what they are about
   * to drop there, into a device TLB that they do not know of.
   *
   * @return true where walks run without a lock
   */
  public boolean tellsOutlastAssign() {
    return true;
  }

  /**
   * Whether a {@link #tell} keeps others out until what it named has been told.
   *
   * @return true where walks run under a lock
   */
  public boolean tellsExclude() {
    return false;
  }

  /**
   * Names everybody who must be told. Never allocates.
   *
   * @param invalidation is told, then finished
   */
  public abstract void tell(Invalidation invalidation);
}
