package org.svabench.model.mm;

/** What the IOMMU core keeps per mm ({@code mm->iommu_mm} from v6.8 on); opaque to this package. */
public abstract class IommuMmData {
  /** For the IOMMU core. */
  protected IommuMmData() {}
}
