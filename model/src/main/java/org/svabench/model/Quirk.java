package org.svabench.model;

/** Known kernel defects; each is off unless asked for by name, or by the era of a design. */
public enum Quirk {
  /**
   * v6.6.0: a full flush computes a page count of zero and emits nothing (fixed by e7ad6c2a4b1a).
   */
  FULL_FLUSH_WRAP("full-flush-wrap", "v6.6.0: a full flush emits no command"),
  /** v6.10 to v6.16: a full flush tells device TLBs without the PASID (fixed by 3141153816bf). */
  DEVICE_WIDE_FULL_FLUSH(
      "device-wide-full-flush", "v6.10-v6.16: a full flush drops all PASIDs of each device TLB"),
  /** v6.17 to v6.19: IOTLB commands without the PASID (b33125296b50, fixed by 04b1b069f151). */
  NON_PASID_IOTLB("non-pasid-iotlb", "v6.17-v6.19: IOTLB commands carry no PASID"),
  /**
   * arm64 v6.6 to v6.13: every range flush became everything (fixed by f7edb07ad7c6). The SMMU
   * designs then take every notification for one, also one of a single page.
   */
  EMPTY_RANGE("empty-range", "arm64 v6.6-v6.13: every range notification means everything"),
  /** Thor SoC erratum T264-SMMU-3: each TLBI sequence is issued twice. */
  DOUBLED_TLBI("doubled-tlbi", "T264-SMMU-3: each TLBI sequence is issued twice");

  private final String label;
  private final String description;

  Quirk(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /**
   * How users write it.
   *
   * @return lower-case name with hyphens
   */
  public String label() {
    return label;
  }

  /**
   * What it does, in a few words.
   *
   * @return the description
   */
  public String description() {
    return description;
  }
}
