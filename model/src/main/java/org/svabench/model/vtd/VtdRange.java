package org.svabench.model.vtd;

/**
 * Which aligned power-of-two blocks a notified range becomes. Pages are VT-d's, 4 KiB; addresses
 * and ends are unsigned. Pure functions.
 */
public final class VtdRange {
  private static final int PAGE_SHIFT = 12;

  private VtdRange() {}

  /**
   * Whether a notification means everything.
   *
   * @param start first byte
   * @param end exclusive
   * @return true for (0, -1)
   */
  public static boolean isWhole(long start, long end) {
    return start == 0 && end == -1L;
  }

  /**
   * The order of the one block that covers a range from v6.10 on ({@code
   * calculate_psi_aligned_address}, drivers/iommu/intel/cache.c).
   *
   * @param start first byte
   * @param end exclusive, after start
   * @return log2 of the block's pages; 52 where no smaller block covers the range
   */
  public static int coveringOrder(long start, long end) {
    final long first = start >>> PAGE_SHIFT;
    final long last = end - 1 >>> PAGE_SHIFT;
    final int order = ceilingOrder(last - first + 1);
    if ((first & (1L << order) - 1) == 0) {
      return order;
    }
    final long shared = ~(first ^ last) & -1L << order;
    return Math.min(Long.numberOfTrailingZeros(shared), Descriptor.WHOLE_ORDER);
  }

  /**
   * The block of an order that holds an address.
   *
   * @param start an address
   * @param order log2 of the block's pages, 0 .. 52
   * @return the block's first byte
   */
  public static long blockBase(long start, int order) {
    // A shift by 64 is a shift by 0 in Java.
    return order >= Descriptor.WHOLE_ORDER ? 0 : start & -1L << PAGE_SHIFT + order;
  }

  /**
   * The order of the blocks that a range is split into up to v6.9 ({@code
   * intel_flush_svm_range_dev}, drivers/iommu/intel/svm.c): as many pages as the range has, rounded
   * up to a power of two.
   *
   * @param start first byte
   * @param end exclusive, after start
   * @return log2 of a block's pages
   */
  public static int splitOrder(long start, long end) {
    return ceilingOrder(pages(start, end));
  }

  /**
   * Number of blocks a range is split into up to v6.9: one, or two where it crosses a border
   * between blocks.
   *
   * @param start first byte
   * @param end exclusive, after start
   * @param order what {@link #splitOrder} returned
   * @return 1 or 2
   */
  public static int splitBlocks(long start, long end, int order) {
    if (order >= Descriptor.WHOLE_ORDER) {
      return 1;
    }
    long lastByte = start + (pages(start, end) << PAGE_SHIFT) - 1;
    if (Long.compareUnsigned(lastByte, start) < 0) {
      lastByte = -1L; // rounding up passed the end of the address space
    }
    return (int) ((lastByte >>> PAGE_SHIFT + order) - (start >>> PAGE_SHIFT + order)) + 1;
  }

  private static long pages(long start, long end) {
    return (end - start - 1 >>> PAGE_SHIFT) + 1;
  }

  private static int ceilingOrder(long pages) {
    return Long.SIZE - Long.numberOfLeadingZeros(pages - 1);
  }
}
