package org.svabench.model.smmu;

import org.svabench.model.mm.PasidAllocator;

/**
 * The machine's one space of 16-bit ASIDs: the lowest free one from 1 ({@code arm_smmu_asid_xa}; up
 * to v6.10 the CPUs' own ASIDs, pinned). The ASIDs of RID domains are not counted. Blocking, never
 * allocates after construction.
 */
final class Asids {
  private static final int LIMIT = 1 << 16;

  // Another instance of the kernel's IDA: the same lowest-free rule over another space.
  private final PasidAllocator ids = new PasidAllocator(LIMIT);

  /** Takes an ASID; negative where none is free. */
  int allocate() {
    return ids.allocate(LIMIT);
  }

  void release(int asid) {
    ids.release(asid);
  }

  boolean exhausted() {
    return ids.allocated() == LIMIT - 1;
  }
}
