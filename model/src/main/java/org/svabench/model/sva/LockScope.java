package org.svabench.model.sva;

/** Which binds and unbinds exclude each other. */
public enum LockScope {
  /** All of a machine, as under the kernel's {@code iommu_sva_lock}. */
  GLOBAL,
  /** Those of one mm: binders of different mms meet on no lock and on no cache line. */
  PER_MM
}
