package org.svabench.model.stress;

import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;
import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.fanout.TagPool;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.GracePeriods;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.ReadSections;
import org.svabench.model.stress.twin.CountedBitSet;
import org.svabench.model.topology.Topology;

/**
 * One device is bound all the time, another behind the same IOMMU comes and goes: every walk is one
 * of the two sets. (With two that change, a walk may see either one as it was at another time.)
 */
class IndexLinearizabilityIT {
  abstract static class ComingAndGoing {
    private final Topology machine;
    private final InvalidationIndex index;
    private final Mm mm = new Mm(1);
    private final ReadSections sections = new ReadSections();
    private final Cpu cpu = sections.register(null, null);
    private final TagPool pools = new TagPool(new GracePeriods(mm, sections));
    private final ThreadLocal<Cpu> readers =
        ThreadLocal.withInitial(() -> sections.register(null, null));
    private final BoundDevice other = new BoundDevice();
    private boolean bound;

    ComingAndGoing(Topology machine, Supplier<InvalidationIndex> index) {
      this.machine = machine;
      this.index = index.get();
      final BoundDevice first = new BoundDevice();
      first.reset(machine.device(0));
      this.index.assign(cpu, first, pools);
    }

    /** The lock of the bonds is the monitor. */
    @Operation
    public synchronized void comeOrGo() {
      if (bound) {
        index.unassign(other, pools);
      } else {
        other.reset(machine.device(machine.deviceCount() - 1));
        index.assign(cpu, other, pools);
      }
      bound = !bound;
    }

    @Operation
    public int tell() {
      final Cpu reader = readers.get();
      enter(reader);
      final Named named = new Named(machine.device(0));
      index.tell(named);
      reader.leave();
      return named.sum();
    }

    void enter(Cpu reader) {
      reader.enter(mm);
    }
  }

  public static class SpinlockedList extends ComingAndGoing {
    public SpinlockedList() {
      super(TwoDevices.FEW, TwoDevices.SPINLOCKED_LIST);
    }
  }

  public static class RcuList extends ComingAndGoing {
    public RcuList() {
      super(TwoDevices.FEW, TwoDevices.RCU_LIST);
    }
  }

  public static class RcuArray extends ComingAndGoing {
    public RcuArray() {
      super(TwoDevices.FEW, TwoDevices.RCU_ARRAY);
    }
  }

  /** Broken: the walk runs outside a read section, so its array is reused under it. */
  public static class OutsideSection extends RcuArray {
    @Override
    void enter(Cpu reader) {}
  }

  public static class Word extends ComingAndGoing {
    public Word() {
      super(TwoDevices.FEW, TwoDevices.WORD);
    }
  }

  public static class BitSet extends ComingAndGoing {
    public BitSet() {
      super(TwoDevices.MANY, TwoDevices.BITSET);
    }
  }

  public static class Sparse extends ComingAndGoing {
    public Sparse() {
      super(TwoDevices.THOUSANDS, TwoDevices.SPARSE);
    }
  }

  public static class Counted extends ComingAndGoing {
    public Counted() {
      super(TwoDevices.FEW, CountedBitSet.over(TwoDevices.FEW, CountedBitSet.Mistake.NONE));
    }
  }

  public static class ClearedBeforeCountChecked extends ComingAndGoing {
    public ClearedBeforeCountChecked() {
      super(
          TwoDevices.FEW,
          CountedBitSet.over(
              TwoDevices.FEW, CountedBitSet.Mistake.CLEARED_BEFORE_THE_COUNT_IS_CHECKED));
    }
  }

  @Test
  void theSpinlockedListIsLinearizable() {
    Linearizability.check(SpinlockedList.class);
  }

  @Test
  void theRcuListIsLinearizable() {
    Linearizability.check(RcuList.class);
  }

  @Test
  void theRcuArrayIsLinearizable() {
    Linearizability.check(RcuArray.class);
  }

  @Test
  void aWalkOutsideAReadSectionIsCaught() {
    Linearizability.checkIsCaught(OutsideSection.class);
  }

  @Test
  void theBitsetOfOneWordIsLinearizable() {
    Linearizability.check(Word.class);
  }

  @Test
  void theBitsetOfManyWordsIsLinearizable() {
    Linearizability.check(BitSet.class);
  }

  @Test
  void theSparseBitsetIsLinearizable() {
    Linearizability.check(Sparse.class);
  }

  @Test
  void countsBesideBitsAreLinearizableUnderTheLockOfTheBonds() {
    Linearizability.check(Counted.class);
  }

  @Test
  void aBitClearedBeforeTheCountIsCheckedIsCaught() {
    Linearizability.checkIsCaught(ClearedBeforeCountChecked.class);
  }
}
