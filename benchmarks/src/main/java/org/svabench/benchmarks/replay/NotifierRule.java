package org.svabench.benchmarks.replay;

import org.svabench.model.Design;

/** When the CPU's architecture passes a range on to the IOMMU as everything. */
public enum NotifierRule {
  /** x86 from v6.15 on: the range, whatever its size (arch/x86/mm/tlb.c). */
  EXACT(Long.MAX_VALUE),
  /**
   * x86 up to v6.14: more than 33 entries are everything ({@code tlb_single_page_flush_ceiling}).
   */
  X86_CEILING(33),
  /** arm64 without TLB range instructions: 512 entries or more are everything (asm/tlbflush.h). */
  ARM64_CEILING(511);

  private final long mostEntries;

  NotifierRule(long mostEntries) {
    this.mostEntries = mostEntries;
  }

  /**
   * The rule of the kernels a design stands for. Designs of no kernel follow v6.14, so that they
   * are told the same as the design they improve on.
   *
   * @param design the design
   * @return its rule
   */
  public static NotifierRule of(Design design) {
    return switch (design.family()) {
      case SMMU -> ARM64_CEILING;
      case AMD -> X86_CEILING;
      case VTD ->
          design.name().endsWith("7.1") || design.name().endsWith("v71") ? EXACT : X86_CEILING;
    };
  }

  /**
   * Whether a range is passed on as everything.
   *
   * @param bytes its length, an unsigned number
   * @param strideShift log2 of the bytes of one entry
   * @return whether it has too many entries
   */
  public boolean widens(long bytes, int strideShift) {
    return bytes >>> strideShift > mostEntries;
  }
}
