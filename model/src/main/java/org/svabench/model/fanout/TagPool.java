package org.svabench.model.fanout;

import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.GracePeriods;
import org.svabench.model.mm.Pool;

/** The unused cache tags of one mm. Under the lock of the mm's bonds. */
public final class TagPool {
  private final Pool<CacheTag> tags = new Pool<>();
  private final GracePeriods graces;
  private int inUse;

  /**
   * Creates an empty pool.
   *
   * @param graces the grace periods of the mm
   */
  public TagPool(GracePeriods graces) {
    this.graces = graces;
  }

  CacheTag take(Cpu cpu) {
    if (cpu.allocationFails()) {
      return null;
    }
    inUse++;
    final CacheTag tag = tags.take(graces);
    return tag == null ? new CacheTag() : tag;
  }

  void giveBack(CacheTag tag) {
    inUse--;
    tags.giveBack(tag);
  }

  /**
   * Tags taken and not yet given back.
   *
   * @return 0 or above
   */
  public int inUse() {
    return inUse;
  }
}
