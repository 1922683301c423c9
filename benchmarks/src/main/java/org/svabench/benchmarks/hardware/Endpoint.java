package org.svabench.benchmarks.hardware;

/**
 * A device as the events show it.
 *
 * @param iommu name of its IOMMU
 * @param name its own name; empty for a device without ATS, which no event names
 * @param sourceId its requester id, -1 where unknown
 */
record Endpoint(String iommu, String name, int sourceId) {
  static Endpoint of(Tag tag) {
    return new Endpoint(tag.iommu(), tag.device(), tag.sourceId());
  }

  /** Some device without ATS behind an IOMMU. */
  static Endpoint unnamed(String iommu) {
    return new Endpoint(iommu, "", -1);
  }

  /** Whether it has ATS, and so a tag of its own. */
  boolean ats() {
    return !name.isEmpty();
  }
}
