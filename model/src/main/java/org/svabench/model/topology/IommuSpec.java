package org.svabench.model.topology;

/** What is said of one IOMMU before it is built; defaults are a server's usual unit. */
public final class IommuSpec {
  int compatibilityClass;
  boolean caching;
  boolean svmCapable = true;
  boolean rangeInvalidation;

  IommuSpec() {}

  /**
   * Sets the compatibility class; by default 0.
   *
   * @param value 0 or above
   * @return this
   */
  public IommuSpec compatibilityClass(int value) {
    compatibilityClass = value;
    return this;
  }

  /**
   * Turns VT-d's caching mode on or off; by default off.
   *
   * @param value whether not-present entries may be cached
   * @return this
   */
  public IommuSpec caching(boolean value) {
    caching = value;
    return this;
  }

  /**
   * Says whether the unit can serve SVA; by default it can.
   *
   * @param value whether it can
   * @return this
   */
  public IommuSpec svmCapable(boolean value) {
    svmCapable = value;
    return this;
  }

  /**
   * Turns SMMUv3 range invalidation on or off; by default off.
   *
   * @param value whether one TLBI command can cover a range of pages
   * @return this
   */
  public IommuSpec rangeInvalidation(boolean value) {
    rangeInvalidation = value;
    return this;
  }
}
