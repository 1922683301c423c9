package org.svabench.model.fanout;

/** Where a new cache tag goes in the list; it decides how much a batch can hold. */
public enum TagOrder {
  /** At the tail, so in bind order: v6.10 to v6.13. */
  TAIL,
  /**
   * Directly behind the last tag of the same IOMMU, or at the head where there is none: from v6.14
   * (acf5d49aaf86).
   */
  GROUPED_BY_IOMMU
}
