package org.svabench.model.queue;

/**
 * What consumes the commands of the rings: a recorder, a meter of covered pages, simulated TLBs, or
 * a model of time. A ring without hardware completes every submission at once.
 */
public abstract class Hardware {
  /** For subclasses. */
  protected Hardware() {}

  /**
   * Executes one submission. Called under the ring's lock, right after the tail register was
   * written, so submissions of one IOMMU arrive in ring order. Must not call back into the model.
   *
   * @param iommu index of the IOMMU
   * @param words the commands, {@value CommandRing#PAYLOAD_WORDS} words each
   * @param count number of commands, the wait not included; may be 0 where only a wait is sent
   * @param waits whether a wait command follows the commands
   * @return nanoseconds until the submission is complete; 0 for at once. Nobody waits for one
   *     without a wait command: what it takes delays the next one that has one
   */
  public abstract long execute(int iommu, long[] words, int count, boolean waits);
}
