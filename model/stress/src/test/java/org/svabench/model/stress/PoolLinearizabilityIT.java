package org.svabench.model.stress;

import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.GracePeriods;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Pool;
import org.svabench.model.mm.Pooled;
import org.svabench.model.mm.ReadSections;

/** A reader inside a section never sees its object change, however often it is replaced. */
class PoolLinearizabilityIT {
  static final class Shared extends Pooled {
    volatile int use;
  }

  abstract static class Replaced {
    final GracePeriods graces;
    final Pool<Shared> pool = new Pool<>();
    private final Mm mm = new Mm(1);
    private final ReadSections sections = new ReadSections();
    private final ThreadLocal<Cpu> cpus =
        ThreadLocal.withInitial(() -> sections.register(null, null));
    private volatile Shared head = new Shared();
    private int uses;

    Replaced() {
      graces = new GracePeriods(mm, sections);
    }

    abstract void retire(Shared unlinked);

    @Operation
    public boolean readsOneUse() {
      final Cpu cpu = cpus.get();
      cpu.enter(mm);
      final Shared found = head;
      final int before = found.use;
      final boolean same = found.use == before;
      cpu.leave();
      return same;
    }

    /** The lock of the bonds is the monitor. */
    @Operation
    public synchronized void replace() {
      Shared next = pool.take(graces);
      if (next == null) {
        next = new Shared();
      }
      next.use = ++uses;
      final Shared unlinked = head;
      head = next;
      retire(unlinked);
    }
  }

  public static class Retired extends Replaced {
    @Override
    void retire(Shared unlinked) {
      pool.retire(unlinked, graces);
    }
  }

  /** Broken: the grace period is skipped. */
  public static class GivenBack extends Replaced {
    @Override
    void retire(Shared unlinked) {
      pool.giveBack(unlinked);
    }
  }

  @Test
  void aRetiredObjectIsNotReusedUnderAReader() {
    Linearizability.check(Retired.class);
  }

  @Test
  void aSkippedGracePeriodIsCaught() {
    Linearizability.checkIsCaught(GivenBack.class);
  }
}
