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

  /**
   * A PASID table entry (context descriptor, GCR3 entry) of a device was written: from now on the
   * device may translate through the mm that is being bound. A store to memory, so it is no
   * command. Called under the lock of the mm's bonds, by the thread that binds. Must not call back
   * into the model.
   *
   * @param device index of the device
   * @param pasid the entry's PASID
   * @param domainId the domain id that tags what the IOTLB caches through the entry; -1 where the
   *     family has none
   * @param tag the PASID or ASID that tags it
   */
  public void entryWritten(int device, int pasid, int domainId, int tag) {}

  /**
   * The entry was cleared; what is cached through it stays until commands drop it. Called as {@link
   * #entryWritten}, by the thread that unbinds or exits.
   *
   * @param device index of the device
   * @param pasid the entry's PASID
   */
  public void entryCleared(int device, int pasid) {}
}
