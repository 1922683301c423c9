package org.svabench.model.stress;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;
import org.svabench.model.mm.PasidAllocator;

/** Allocation of the lowest free PASID, and release. */
class PasidLinearizabilityIT {
  @Param(name = "pasid", gen = IntGen.class, conf = "1:3")
  public static class Allocator {
    private final PasidAllocator pasids = new PasidAllocator(70);

    @Operation
    public int allocate() {
      return pasids.allocate(70);
    }

    @Operation
    public boolean release(@Param(name = "pasid") int pasid) {
      try {
        pasids.release(pasid);
        return true;
      } catch (IllegalStateException notAllocated) {
        return false;
      }
    }

    @Operation
    public int inUse() {
      return pasids.allocated();
    }
  }

  /** Broken: no lock around looking for a free one and taking it. */
  @Param(name = "pasid", gen = IntGen.class, conf = "1:3")
  public static class Unlocked {
    private volatile long free = -2L;

    @Operation
    public int allocate() {
      final int lowest = Long.numberOfTrailingZeros(free);
      free = free & ~(1L << lowest);
      return lowest;
    }

    @Operation
    public boolean release(@Param(name = "pasid") int pasid) {
      final boolean taken = (free & 1L << pasid) == 0;
      free = free | 1L << pasid;
      return taken;
    }
  }

  @Test
  void theAllocatorIsLinearizable() {
    Linearizability.check(Allocator.class);
  }

  @Test
  void anAllocatorWithoutItsLockIsCaught() {
    Linearizability.checkIsCaught(Unlocked.class);
  }
}
