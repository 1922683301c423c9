package org.svabench.model.fanout;

import java.lang.invoke.VarHandle;
import org.svabench.model.mm.Cpu;
import org.svabench.model.topology.Iommu;

/**
 * A bitset index of more words than a notification can read at one instant: it looks at the number
 * of binds before its walk and after it, and walks once more for the late comers where that has
 * changed. So a device that was bound behind an IOMMU while that was being told is told as well,
 * and its binder need not wait: see {@link InvalidationIndex#tellsOutlastAssign}.
 *
 * <p>A second walk is enough. It begins when every IOTLB that the first one found has dropped its
 * entries, so who is bound from then on has nothing stale to fetch.
 *
 * <p>Progress: notifications are wait-free where the walk of the subclass is. Orderings: {@code
 * word}, the number of binds, is increased after the device's bit was set, and read with acquire
 * before the first bit and after {@link Invalidation#finish}; the fence at the end of {@link
 * #assign} pairs with the one of {@link Cpu#enter}.
 */
abstract class RereadIndex extends WordIndex {
  private final DeviceOrder order;

  RereadIndex(DeviceOrder order) {
    this.order = order;
  }

  /** Adds an ordinal that is not in the set; false where memory ran out. */
  abstract boolean set(Cpu cpu, int ordinal);

  /** Removes an ordinal that is in the set. */
  abstract void clear(int ordinal);

  /** Gives every non-empty word of the set to {@link #tellWord}, in ascending order. */
  abstract void walk(Invalidation invalidation, boolean again);

  @Override
  public final boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
    if (!set(cpu, order.ordinal(bound.device()))) {
      return false;
    }
    WORD.getAndAdd(this, 1L);
    VarHandle.fullFence();
    return true;
  }

  @Override
  public final void unassign(BoundDevice bound, TagPool pools) {
    clear(order.ordinal(bound.device()));
  }

  @Override
  public final boolean tellsOutlastAssign() {
    return false;
  }

  @Override
  public final void tell(Invalidation invalidation) {
    final long binds = (long) WORD.getAcquire(this);
    invalidation.told().clear();
    walk(invalidation, false);
    invalidation.finish();
    if ((long) WORD.getAcquire(this) != binds) {
      walk(invalidation, true);
      invalidation.finish();
    }
  }

  /**
   * Tells one word.
   *
   * @param invalidation is told
   * @param again whether only late comers are to be told
   * @param base the ordinal of bit 0
   * @param bits the word
   * @param named what the call for the word before returned, null at first
   * @return the last IOMMU named
   */
  final Iommu tellWord(Invalidation invalidation, boolean again, int base, long bits, Iommu named) {
    final Told told = invalidation.told();
    if (again) {
      return order.tellLate(invalidation, told, base, bits & ~told.from(base), named);
    }
    told.add(base, bits);
    return order.tell(invalidation, base, bits, named);
  }
}
