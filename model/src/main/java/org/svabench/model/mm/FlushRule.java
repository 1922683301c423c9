package org.svabench.model.mm;

/**
 * What range an architecture's TLB flush of user addresses hands to the notifiers of the mm.
 * Flushes of one page outside a range, as at a copy-on-write break, hand over the page in every
 * one. Pure functions: {@link #start} and {@link #end} are the two halves of one answer.
 *
 * <p>Pages are 4 KiB. A stride is what one entry maps at the level that was changed: 12 (4 KiB) or
 * 21 (2 MiB) bits. Reclaim on x86 hands over everything for each page, by no rule.
 */
public enum FlushRule {
  /** x86 up to v6.14: more than 33 strides become everything ({@code get_flush_tlb_info}). */
  X86_CEILING("x86 up to v6.14: more than 33 strides become everything") {
    @Override
    boolean widens(long start, long end, int strideShift) {
      return end - start >>> strideShift > X86_STRIDES;
    }
  },

  /** x86 from v6.15 on: exact, whatever the size. */
  X86_EXACT("x86 from v6.15: exact") {
    @Override
    boolean widens(long start, long end, int strideShift) {
      return false;
    }
  },

  /**
   * arm64 on CPUs without range TLBI, and with the fix of v6.14: rounded to strides; from 512
   * strides on everything.
   */
  ARM64("arm64, CPUs without range TLBI: 512 strides or more become everything") {
    @Override
    boolean widens(long start, long end, int strideShift) {
      return rounded(start, end, strideShift) >>> strideShift >= ARM64_STRIDES;
    }

    @Override
    long narrowStart(long start, long end, int strideShift) {
      return roundedStart(start, strideShift);
    }

    @Override
    long narrowEnd(long start, long end, int strideShift) {
      return roundedEnd(end, strideShift);
    }
  },

  /** arm64 on CPUs with range TLBI (FEAT_TLBIRANGE), from v6.14 on: exact up to 8 GiB. */
  ARM64_RANGE("arm64 from v6.14, CPUs with range TLBI: more than 8 GiB become everything") {
    @Override
    boolean widens(long start, long end, int strideShift) {
      return rounded(start, end, strideShift) >>> PAGE_SHIFT > ARM64_RANGE_PAGES;
    }

    @Override
    long narrowStart(long start, long end, int strideShift) {
      return roundedStart(start, strideShift);
    }

    @Override
    long narrowEnd(long start, long end, int strideShift) {
      return roundedEnd(end, strideShift);
    }
  },

  /**
   * arm64 v6.6 to v6.13 as it was (fixed by f7edb07ad7c6): an empty range at its end, which the
   * SMMU driver takes for everything.
   */
  ARM64_EMPTY("arm64 v6.6-v6.13: an empty range, taken for everything") {
    @Override
    boolean widens(long start, long end, int strideShift) {
      return ARM64.widens(start, end, strideShift);
    }

    @Override
    long narrowStart(long start, long end, int strideShift) {
      return roundedEnd(end, strideShift);
    }

    @Override
    long narrowEnd(long start, long end, int strideShift) {
      return roundedEnd(end, strideShift);
    }
  };

  /** {@code tlb_single_page_flush_ceiling}. */
  private static final int X86_STRIDES = 33;

  /** {@code MAX_DVM_OPS}. */
  private static final int ARM64_STRIDES = 512;

  /** {@code MAX_TLBI_RANGE_PAGES}: 32 blocks of 2^16 pages. */
  private static final int ARM64_RANGE_PAGES = 32 << 16;

  private static final int PAGE_SHIFT = 12;

  private final String description;

  FlushRule(String description) {
    this.description = description;
  }

  /** Whether a range that is not everything becomes everything. */
  abstract boolean widens(long start, long end, int strideShift);

  long narrowStart(long start, long end, int strideShift) {
    return start;
  }

  long narrowEnd(long start, long end, int strideShift) {
    return end;
  }

  /**
   * First byte of what the notifiers are handed.
   *
   * @param start first byte that was flushed
   * @param end exclusive; {@code (0, -1)} is everything
   * @param strideShift log2 of the stride in bytes, 12 or above
   * @return 0 where it is everything
   */
  public final long start(long start, long end, int strideShift) {
    return everything(start, end, strideShift) ? 0 : narrowStart(start, end, strideShift);
  }

  /**
   * End of what the notifiers are handed.
   *
   * @param start first byte that was flushed
   * @param end exclusive; {@code (0, -1)} is everything
   * @param strideShift log2 of the stride in bytes, 12 or above
   * @return -1 where it is everything
   */
  public final long end(long start, long end, int strideShift) {
    return everything(start, end, strideShift) ? -1L : narrowEnd(start, end, strideShift);
  }

  /**
   * What it does, and which kernels do.
   *
   * @return one line
   */
  public String description() {
    return description;
  }

  private boolean everything(long start, long end, int strideShift) {
    return start == 0 && end == -1L || widens(start, end, strideShift);
  }

  private static long rounded(long start, long end, int strideShift) {
    return roundedEnd(end, strideShift) - roundedStart(start, strideShift);
  }

  private static long roundedStart(long start, int strideShift) {
    return start & -1L << strideShift;
  }

  private static long roundedEnd(long end, int strideShift) {
    return end + (1L << strideShift) - 1 & -1L << strideShift;
  }
}
