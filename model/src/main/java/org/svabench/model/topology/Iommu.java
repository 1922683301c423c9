package org.svabench.model.topology;

/** One IOMMU instance: a command queue of its own and the features that decide what may attach. */
public final class Iommu {
  private final int index;
  private final String name;
  private final int compatibilityClass;
  private final boolean caching;
  private final boolean svmCapable;
  private final boolean rangeInvalidation;

  Iommu(int index, String name, IommuSpec spec) {
    this.index = index;
    this.name = name;
    this.compatibilityClass = spec.compatibilityClass;
    this.caching = spec.caching;
    this.svmCapable = spec.svmCapable;
    this.rangeInvalidation = spec.rangeInvalidation;
  }

  /**
   * Position in {@link Topology#iommus()}.
   *
   * @return 0 .. number of IOMMUs - 1
   */
  public int index() {
    return index;
  }

  /**
   * The name the kernel prints, such as {@code dmar0}.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Compatibility class: a domain allocated for an IOMMU of one class cannot be attached behind an
   * IOMMU of another (-EINVAL).
   *
   * @return the class, 0 or above
   */
  public int compatibilityClass() {
    return compatibilityClass;
  }

  /**
   * Caching mode (VT-d CAP.CM), as most virtual IOMMUs report it: not-present entries may be
   * cached, so programming a PASID entry needs invalidation too.
   *
   * @return true when on
   */
  public boolean caching() {
    return caching;
  }

  /**
   * Whether the unit can serve shared virtual addressing at all (VT-d: scalable mode, PASID, and
   * the CPU's page sizes and levels).
   *
   * @return false for a unit whose binds fail with -ENODEV
   */
  public boolean svmCapable() {
    return svmCapable;
  }

  /**
   * Range invalidation (SMMUv3.2 RIL): one TLBI command covers up to 31 x 2^n pages instead of one
   * page, and a large range is not widened to the whole ASID. Read by the SMMU designs only.
   *
   * @return true when on
   */
  public boolean rangeInvalidation() {
    return rangeInvalidation;
  }

  @Override
  public String toString() {
    return name;
  }
}
