package org.svabench.model.cost;

/** What a row of a preset prices in the formula of {@link CostModel}. */
public enum CostTerm {
  /** An IOTLB (or PASID-cache) command submitted on its own, its wait included. */
  IOTLB("iotlb"),
  /** A device-TLB (ATC) command submitted on its own, its wait included. */
  DEVICE_TLB("devtlb"),
  /** What each command saves that shares another one's submission and wait. */
  SAVING("saving"),
  /** Leaving the guest for one submission. Counts only where the queue is trapped. */
  EXIT("exit"),
  /** Handling one command after the exit. Counts only where the queue is trapped. */
  COMMAND("command"),
  /** Nothing: a figure that puts the others into context. */
  NOTE("note");

  private final String label;

  CostTerm(String label) {
    this.label = label;
  }

  /**
   * How users write it.
   *
   * @return lower-case word
   */
  public String label() {
    return label;
  }
}
