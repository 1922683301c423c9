package org.svabench.model.fanout;

import java.lang.invoke.VarHandle;
import org.svabench.model.mm.Cpu;

/**
 * The bitset index of a machine with up to 64 devices: one word, so a notification reads the whole
 * set at one instant.
 *
 * <p>Progress: wait-free, all of it. Linearization points: {@link #assign} and {@link #unassign} at
 * their addition, {@link #tell} at its first read.
 *
 * <p>Binders of different devices need no lock between them. The IOMMU of a device is concerned
 * while a bit of its range is set, so the last detach of one device and the first attach of another
 * are two additions to one word, in one order or the other.
 *
 * <p>Orderings: the word is changed by additions of a bit that the binder owns, which cannot carry;
 * the fence behind that of {@link #assign} pairs with the one of {@link Cpu#enter}: a notification
 * does not see the device, or the device does not see what was there before the notification. The
 * word is read with acquire. The second read, after {@link Invalidation#finish}, closes the gap
 * that {@link InvalidationIndex#tellsOutlastAssign} describes: whoever was bound before the IOTLBs
 * had dropped their entries, and could fetch one, is seen by it.
 */
final class DeviceWordIndex extends WordIndex {
  private final DeviceOrder order;

  DeviceWordIndex(DeviceOrder order) {
    this.order = order;
  }

  @Override
  public boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
    WORD.getAndAdd(this, 1L << order.ordinal(bound.device()));
    VarHandle.fullFence();
    return true;
  }

  @Override
  public void unassign(BoundDevice bound, TagPool pools) {
    WORD.getAndAdd(this, -(1L << order.ordinal(bound.device())));
  }

  @Override
  public boolean tellsOutlastAssign() {
    return false;
  }

  @Override
  public void tell(Invalidation invalidation) {
    final long told = (long) WORD.getAcquire(this);
    order.tell(invalidation, 0, told, null);
    invalidation.finish();
    final long late = (long) WORD.getAcquire(this) & ~told;
    if (late != 0) {
      tellLate(invalidation, told, late);
    }
  }

  private void tellLate(Invalidation invalidation, long told, long late) {
    final Told before = invalidation.told();
    before.clear();
    before.add(0, told);
    order.tellLate(invalidation, before, 0, late, null);
    invalidation.finish();
  }
}
