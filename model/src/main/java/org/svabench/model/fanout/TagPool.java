package org.svabench.model.fanout;

import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.GracePeriods;
import org.svabench.model.mm.Pool;

/**
 * The unused cache tags and arrays of tags of one mm; an index without them leaves it without
 * pools. Under the lock of the mm's bonds.
 */
public final class TagPool {
  private final GracePeriods graces;

  /** Made when the first object is taken. */
  private Pool<CacheTag> tags;

  private Pool<TagArray> arrays;
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
    if (tags == null) {
      tags = new Pool<>();
    }
    inUse++;
    final CacheTag tag = tags.take(graces);
    return tag == null ? new CacheTag() : tag;
  }

  /** Keeps a tag that nobody can be reading. */
  void giveBack(CacheTag tag) {
    inUse--;
    tags.giveBack(tag);
  }

  /** Keeps a tag that was unlinked, but that notifications may still be reading. */
  void retire(CacheTag tag) {
    inUse--;
    tags.retire(tag, graces);
  }

  TagArray takeArray(Cpu cpu) {
    if (cpu.allocationFails()) {
      return null;
    }
    return spareArray();
  }

  /** As {@link #takeArray}, for unbind, which cannot fail. */
  TagArray spareArray() {
    if (arrays == null) {
      arrays = new Pool<>();
    }
    final TagArray array = arrays.take(graces);
    return array == null ? new TagArray() : array;
  }

  void retire(TagArray array) {
    arrays.retire(array, graces);
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
