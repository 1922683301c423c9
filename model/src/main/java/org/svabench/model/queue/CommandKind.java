package org.svabench.model.queue;

/** What a command does, in any family's encoding. */
public enum CommandKind {
  /** Drops a block of one PASID (or ASID) from the IOTLB. */
  IOTLB_BLOCK,
  /** Drops all of one PASID (or ASID) from the IOTLB. */
  IOTLB_WHOLE,
  /** Drops a block of every PASID from the IOTLB. */
  IOTLB_BLOCK_OF_ALL_PASIDS,
  /** Drops everything from the IOTLB that is tagged with the domain, of every PASID. */
  IOTLB_WHOLE_OF_ALL_PASIDS,
  /** Drops a block of one PASID from a device's TLB; order 52 is everything of that PASID. */
  DEVICE_TLB,
  /** Drops a block of every PASID from a device's TLB; order 52 is everything. */
  DEVICE_TLB_OF_ALL_PASIDS,
  /** Drops a cached PASID table entry or context descriptor. */
  PASID_CACHE,
  /** A wait that stands among the commands, as when page requests are drained. */
  WAIT,
  /** Anything else: stream table entries, prefetches. */
  OTHER
}
