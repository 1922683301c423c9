package org.svabench.model.stress;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;
import org.svabench.model.fanout.IommuBitSet;

/** Set, clear and walk of one bit at a time, over a summary and without one. */
class BitSetLinearizabilityIT {
  /** Few bits, in two words. */
  @Param(name = "bit", gen = IntGen.class, conf = "62:65")
  abstract static class Bits {
    private final IommuBitSet bits;

    Bits(int capacity) {
      bits = new IommuBitSet(capacity);
    }

    @Operation
    public boolean set(@Param(name = "bit") int bit) {
      return bits.set(bit);
    }

    @Operation
    public boolean clear(@Param(name = "bit") int bit) {
      return bits.clear(bit);
    }

    boolean read(int bit) {
      return bits.get(bit);
    }

    boolean find(int bit) {
      final boolean[] found = new boolean[1];
      bits.forEach(each -> found[0] |= each == bit);
      return found[0];
    }
  }

  /** One cache line of words: every word is read. */
  @Param(name = "bit", gen = IntGen.class, conf = "62:65")
  public static class WithoutSummary extends Bits {
    public WithoutSummary() {
      super(128);
    }

    @Operation
    public boolean get(@Param(name = "bit") int bit) {
      return read(bit);
    }
  }

  /** Walks ask the summary, and retire what they find empty. */
  @Param(name = "bit", gen = IntGen.class, conf = "62:65")
  public static class WithSummary extends Bits {
    public WithSummary() {
      super(640);
    }

    @Operation
    public boolean walk(@Param(name = "bit") int bit) {
      return find(bit);
    }
  }

  /** Broken: a summary bit that is cleared in one step. */
  @Param(name = "bit", gen = IntGen.class, conf = "0:1")
  public static class RetiredInOneStep {
    private volatile long leaf;
    private volatile boolean announced;

    @Operation
    public boolean set(@Param(name = "bit") int bit) {
      synchronized (this) {
        final boolean was = (leaf & 1L << bit) != 0;
        leaf |= 1L << bit;
        if (was) {
          return false;
        }
      }
      if (!announced) {
        announced = true;
      }
      return true;
    }

    @Operation
    public boolean clear(@Param(name = "bit") int bit) {
      synchronized (this) {
        final boolean was = (leaf & 1L << bit) != 0;
        leaf &= ~(1L << bit);
        return was;
      }
    }

    @Operation
    public boolean walk(@Param(name = "bit") int bit) {
      if (!announced) {
        return false;
      }
      final long bits = leaf;
      if (bits == 0) {
        announced = false;
      }
      return (bits & 1L << bit) != 0;
    }
  }

  @Test
  void aSetOfFewWordsIsLinearizable() {
    Linearizability.check(WithoutSummary.class);
  }

  @Test
  void aSetWithASummaryIsLinearizableForWalks() {
    Linearizability.check(WithSummary.class);
  }

  @Test
  void aSummaryBitClearedInOneStepIsCaught() {
    Linearizability.checkIsCaught(RetiredInOneStep.class);
  }
}
