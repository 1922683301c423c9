package org.svabench.model.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.svabench.model.lock.ReadWriteSpinLock;
import org.svabench.model.lock.SpinLock;
import org.svabench.model.mm.GracePeriods;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Pool;
import org.svabench.model.mm.Pooled;
import org.svabench.model.mm.ReadSections;

/** Mutual exclusion: what one holder wrote the next one sees, and nobody is in between. */
public class Locks {
  private Locks() {}

  /** Grades of two increments. */
  @Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "one after the other")
  @Outcome(expect = Expect.FORBIDDEN, desc = "both at once")
  public static class Exclusive {}

  /** Two holders of a spinlock; {@code SpinLocked} is what it is made of. */
  @JCStressTest
  @JCStressMeta(Exclusive.class)
  @State
  public static class Spin {
    private final SpinLock lock = new SpinLock();
    private int count;

    private void increment() {
      lock.lock();
      count++;
      lock.unlock();
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other() {
      increment();
    }

    @Arbiter
    public void after(I_Result result) {
      result.r1 = count;
    }
  }

  /** Two writers. */
  @JCStressTest
  @JCStressMeta(Exclusive.class)
  @State
  public static class WriteAgainstWrite {
    private final ReadWriteSpinLock lock = new ReadWriteSpinLock();
    private int count;

    private void increment() {
      lock.writeLock();
      count++;
      lock.writeUnlock();
    }

    @Actor
    public void one() {
      increment();
    }

    @Actor
    public void other() {
      increment();
    }

    @Arbiter
    public void after(I_Result result) {
      result.r1 = count;
    }
  }

  /** A reader beside a writer. */
  @JCStressTest
  @Outcome(
      id = {"0, 0", "1, 1"},
      expect = Expect.ACCEPTABLE,
      desc = "before or after the writer")
  @Outcome(expect = Expect.FORBIDDEN, desc = "in the middle of it")
  @State
  public static class ReadAgainstWrite {
    private final ReadWriteSpinLock lock = new ReadWriteSpinLock();
    private int first;
    private int second;

    @Actor
    public void writes() {
      lock.writeLock();
      first = 1;
      second = 1;
      lock.writeUnlock();
    }

    @Actor
    public void reads(II_Result result) {
      lock.readLock();
      result.r1 = second;
      result.r2 = first;
      lock.readUnlock();
    }
  }

  /** Two binders take from one pool, under their lock: never the same object. */
  @JCStressTest
  @Outcome(
      id = {"1, 2", "2, 1"},
      expect = Expect.ACCEPTABLE,
      desc = "one each, oldest first")
  @Outcome(expect = Expect.FORBIDDEN, desc = "the same, or none")
  @State
  public static class PoolUnderLock {
    private final SpinLock lock = new SpinLock();
    private final Mm mm = new Mm(1);
    private final GracePeriods graces = new GracePeriods(mm, new ReadSections());
    private final Pool<Numbered> pool = new Pool<>();

    private static final class Numbered extends Pooled {
      final int number;

      Numbered(int number) {
        this.number = number;
      }
    }

    public PoolUnderLock() {
      pool.retire(new Numbered(1), graces);
      pool.giveBack(new Numbered(2));
    }

    private int take() {
      lock.lock();
      final Numbered taken = pool.take(graces);
      lock.unlock();
      return taken == null ? 0 : taken.number;
    }

    @Actor
    public void one(II_Result result) {
      result.r1 = take();
    }

    @Actor
    public void other(II_Result result) {
      result.r2 = take();
    }
  }
}
