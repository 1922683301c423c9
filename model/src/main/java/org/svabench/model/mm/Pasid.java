package org.svabench.model.mm;

/** Constants of the PASID space (v6.11 include/linux/iommu.h). */
public final class Pasid {
  /** What a device's own DMA uses; never given to an mm. */
  public static final int NONE = 0;

  /** Lowest PASID given to an mm. */
  public static final int FIRST = 1;

  /** What an mm without a PASID reports: all ones, so -1 as an int. */
  public static final int INVALID = -1;

  private Pasid() {}
}
