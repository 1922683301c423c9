package org.svabench.model.topology;

/** The command set that the IOMMUs of a machine speak. */
public enum Family {
  /** Intel VT-d: queued invalidation, wait descriptors. */
  VTD("vtd"),
  /** Arm SMMUv3: command queue, CMD_SYNC. */
  SMMU("smmu"),
  /** AMD: command buffer, COMPLETION_WAIT. */
  AMD("amd");

  private final String label;

  Family(String label) {
    this.label = label;
  }

  /**
   * How users write it.
   *
   * @return lower-case name
   */
  public String label() {
    return label;
  }
}
