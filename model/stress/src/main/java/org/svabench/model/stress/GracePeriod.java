package org.svabench.model.stress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.GracePeriods;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Pool;
import org.svabench.model.mm.Pooled;
import org.svabench.model.mm.ReadSections;

/**
 * A reader inside a section holds an object while a writer unlinks it, retires it and takes an
 * object for another use: it is never the one that the reader holds.
 */
public abstract class GracePeriod {
  private static final int ENTRIES = 16;
  private static final int STRIDE = 8;
  private static final VarHandle HEAD;

  static {
    try {
      HEAD = MethodHandles.lookup().findVarHandle(GracePeriod.class, "head", Shared.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** What a list would hold. */
  protected static final class Shared extends Pooled {
    int use = 1;
  }

  /** All CPUs. */
  protected final ReadSections sections = new ReadSections();

  /** The mm. */
  protected final Mm mm = new Mm(1);

  /** Of the reader. */
  protected final Cpu reader = sections.register(null, null);

  /** Under test. */
  protected final GracePeriods graces = new GracePeriods(mm, sections);

  /** Under test. */
  protected final Pool<Shared> pool = new Pool<>();

  /** Page table entries, on cache lines of their own. */
  private final long[] entries = new long[ENTRIES * STRIDE];

  private Shared head = new Shared();

  /** Grades. */
  @Outcome(
      id = {"0, 0", "1, 1"},
      expect = Expect.ACCEPTABLE,
      desc = "nothing found, or the object as it was")
  @Outcome(expect = Expect.FORBIDDEN, desc = "the object was reused under the reader's eyes")
  public static class Expected {}

  /** Begins reading. */
  protected void enter() {
    reader.enter(mm);
  }

  /** Gives up an object that was unlinked. */
  protected void retire(Shared object) {
    pool.retire(object, graces);
  }

  /** The first thread: changes page table entries, then notifies. */
  protected final void reads(II_Result result) {
    for (int i = 0; i < ENTRIES; i++) {
      entries[i * STRIDE] = 1;
    }
    enter();
    final Shared found = (Shared) HEAD.getAcquire(this);
    if (found != null) {
      result.r1 = found.use;
      VarHandle.loadLoadFence();
      result.r2 = found.use;
    }
    reader.leave();
  }

  /** The second thread. */
  protected final void reuses() {
    final Shared unlinked = head;
    HEAD.setRelease(this, null);
    retire(unlinked);
    final Shared taken = pool.take(graces);
    if (taken != null) {
      taken.use = 2;
    }
  }

  /** The second thread, in the designs that wait. */
  protected final void waits() {
    final Shared unlinked = head;
    HEAD.setRelease(this, null);
    sections.synchronize(mm);
    unlinked.use = 2;
  }

  /** Through a pool. */
  @JCStressTest
  @JCStressMeta(GracePeriod.Expected.class)
  @State
  public static class Pools extends GracePeriod {
    @Actor
    public void actor1(II_Result result) {
      reads(result);
    }

    @Actor
    public void actor2() {
      reuses();
    }
  }

  /** By waiting. */
  @JCStressTest
  @JCStressMeta(GracePeriod.Expected.class)
  @State
  public static class Synchronize extends GracePeriod {
    @Actor
    public void actor1(II_Result result) {
      reads(result);
    }

    @Actor
    public void actor2() {
      waits();
    }
  }

  /** Grades of a wait. */
  @Outcome(id = "TERMINATED", expect = Expect.ACCEPTABLE, desc = "the wait ended with the section")
  @Outcome(id = "STALE", expect = Expect.FORBIDDEN, desc = "the end of the section was missed")
  public static class Ends {}

  /** Who waits for a section hears of its end. */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @State
  public static class WaitEnds extends GracePeriod {
    public WaitEnds() {
      enter();
    }

    @Actor
    public void actor1() {
      sections.synchronize(mm);
    }

    @Signal
    public void leaves() {
      reader.leave();
    }
  }

  /** Who asks for a grace period again and again hears of its end. */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @State
  public static class PeriodPasses extends GracePeriod {
    public PeriodPasses() {
      enter();
    }

    @Actor
    public void actor1() {
      final long stamp = graces.stamp();
      while (!graces.passed(stamp)) {
        Thread.onSpinWait();
      }
    }

    @Signal
    public void leaves() {
      reader.leave();
    }
  }
}
