package org.svabench.model.smmu;

/**
 * What a notified range becomes on an SMMUv3 with 4 KiB pages. Ends are exclusive and unsigned. The
 * architecture hands whole pages to the driver; where a caller does not, the range is widened to
 * whole pages. Pure functions.
 */
final class SmmuRange {
  /** Pages from which on a unit without range invalidation is told by ASID. */
  static final int MAX_TLBI_OPS = 512;

  /** Most of a range's 2^scale blocks one command can name. */
  static final int MAX_NUM = 31;

  static final int PAGE_SHIFT = 12;

  private static final int MAX_SCALE = 31;
  private static final long MAX_PAGES = (1L << MAX_SCALE + 5) - 2;

  private SmmuRange() {}

  /**
   * Whether a range means everything of the ASID: the whole address space, an empty range (how
   * arm64 up to v6.13 passed most ranges), and where each page would need a command of its own,
   * {@value #MAX_TLBI_OPS} pages ({@code CMDQ_MAX_TLBI_OPS}).
   *
   * @param rangeInvalidation whether the unit has range invalidation
   * @param start first byte
   * @param end exclusive
   * @return true where one command by ASID is sent
   */
  static boolean isWhole(boolean rangeInvalidation, long start, long end) {
    if (isUnbounded(start, end)) {
      return true;
    }
    final long pages = pages(start, end);
    return pages >= MAX_TLBI_OPS && (!rangeInvalidation || pages > MAX_PAGES);
  }

  /**
   * Whether a range has no bounds at all: the whole address space, or an empty range.
   *
   * @param start first byte
   * @param end exclusive
   * @return true for sizes 0 and 2^64 - 1
   */
  static boolean isUnbounded(long start, long end) {
    final long size = end - start;
    return size == 0 || size == -1L;
  }

  static long firstByte(long start) {
    return start & -1L << PAGE_SHIFT;
  }

  static long pages(long start, long end) {
    return (end - 1 >>> PAGE_SHIFT) - (start >>> PAGE_SHIFT) + 1;
  }

  /**
   * Pages that the commands of a range cover: v6.6 on adds one where the lowest command would
   * otherwise have num, scale and level hint all 0, which the architecture does not allow.
   *
   * @param pages pages of the range
   * @return as many, or one more
   */
  static long pagesCovered(long pages) {
    return (pages & MAX_NUM) == 1 ? pages + 1 : pages;
  }

  static int scale(long pagesLeft) {
    return Math.min(Long.numberOfTrailingZeros(pagesLeft), MAX_SCALE);
  }

  static int num(long pagesLeft, int scale) {
    return (int) (pagesLeft >>> scale) & MAX_NUM;
  }

  /**
   * Second word of the ATC command of a range: the smallest aligned power-of-two block that holds
   * it.
   *
   * @param start first byte
   * @param end exclusive; a range that {@link #isUnbounded} is everything
   * @return base and order
   */
  static long atcAddress(long start, long end) {
    if (isUnbounded(start, end)) {
      return SmmuCommand.atcAddress(0, SmmuCommand.ATC_WHOLE);
    }
    final int order = coveringOrder(start, end);
    return SmmuCommand.atcAddress(
        order == SmmuCommand.ATC_WHOLE ? 0 : start & -1L << PAGE_SHIFT + order, order);
  }

  static int coveringOrder(long start, long end) {
    return Long.SIZE - Long.numberOfLeadingZeros(start >>> PAGE_SHIFT ^ end - 1 >>> PAGE_SHIFT);
  }
}
