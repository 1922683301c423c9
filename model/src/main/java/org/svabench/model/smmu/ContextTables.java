package org.svabench.model.smmu;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Which 1,024-entry blocks of each two-level context-descriptor table exist. A block is made at the
 * first use of one of its PASIDs and stays ({@code arm_smmu_alloc_cd_ptr}); block 0 is there from
 * the start, because PASID 0 is the RID domain's. Tables of up to 1,024 entries are linear and have
 * no blocks.
 *
 * <p>Lock-free: binders of different mms may meet on a table; {@link #add} is linearized at its
 * atomic or. Never allocates after construction.
 */
final class ContextTables {
  private static final int ENTRIES_SHIFT = 10;
  private static final int WORDS_PER_TABLE = 1 << 20 - ENTRIES_SHIFT - 6;
  private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] blocks;

  /**
   * Creates tables of the given sizes.
   *
   * @param maxPasids entries of each table
   */
  ContextTables(int[] maxPasids) {
    blocks = new long[maxPasids.length * WORDS_PER_TABLE];
    for (int table = 0; table < maxPasids.length; table++) {
      blocks[table * WORDS_PER_TABLE] = 1;
      if (maxPasids[table] <= 1 << ENTRIES_SHIFT) {
        Arrays.fill(blocks, table * WORDS_PER_TABLE, (table + 1) * WORDS_PER_TABLE, -1L);
      }
    }
  }

  boolean has(int table, int pasid) {
    final int block = pasid >>> ENTRIES_SHIFT;
    final long word = (long) WORDS.getAcquire(blocks, word(table, block));
    return (word & 1L << block) != 0;
  }

  /** Adds the block of a PASID; false where somebody else has just done so. */
  boolean add(int table, int pasid) {
    final int block = pasid >>> ENTRIES_SHIFT;
    final long before = (long) WORDS.getAndBitwiseOr(blocks, word(table, block), 1L << block);
    return (before & 1L << block) == 0;
  }

  private static int word(int table, int block) {
    return table * WORDS_PER_TABLE + (block >>> 6);
  }
}
