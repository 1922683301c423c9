package org.svabench.benchmarks.simulation;

/** What an mm has in common with a slow device. */
public enum Share {
  /** Has it bound. */
  DEVICE("the device"),
  /** Has other devices behind its IOMMU bound. */
  IOMMU("its IOMMU"),
  /** Has devices behind other IOMMUs bound. */
  NOTHING("neither");

  private final String label;

  Share(String label) {
    this.label = label;
  }

  /**
   * How it is shown.
   *
   * @return a few words
   */
  public String label() {
    return label;
  }
}
