package org.svabench.model.stress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.topology.Topology;

/**
 * Publish then read, on both sides: a page table entry changes and a notification looks for bound
 * devices; a device is bound and looks at the entry. One of them sees the other, for which both
 * need a store-load fence between their store and their load.
 */
public class NotifyAgainstBind extends TwoDevices {
  private static final VarHandle ENTRY;

  static {
    try {
      ENTRY = MethodHandles.lookup().findVarHandle(NotifyAgainstBind.class, "entry", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private int entry;

  /** Grades. */
  @Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "neither sees the other: stale forever")
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "not told, but read the new entry")
  @Outcome(id = "0, 101", expect = Expect.ACCEPTABLE, desc = "read the old entry, but told")
  @Outcome(
      id = {"1, 100", "1, 101"},
      expect = Expect.ACCEPTABLE,
      desc = "read the new entry, and told, in the middle of the bind by halves")
  @Outcome(expect = Expect.FORBIDDEN, desc = "read the old entry, and told by halves")
  public static class Expected {}

  /** The scenario over an index. */
  protected NotifyAgainstBind(Topology machine, Supplier<? extends InvalidationIndex> index) {
    super(machine, index);
  }

  /** The first thread. */
  protected final void bind(II_Result result) {
    attach(0);
    translate(result);
  }

  /** The device reads the entry. */
  protected final void translate(II_Result result) {
    result.r1 = (int) ENTRY.getAcquire(this);
  }

  /** The second thread. */
  protected final void notify(II_Result result) {
    ENTRY.setRelease(this, 1);
    result.r2 = named(notifier);
  }

  /** The spinlocked list. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstBind.Expected.class)
  @State
  public static class SpinlockedList extends NotifyAgainstBind {
    public SpinlockedList() {
      super(FEW, SPINLOCKED_LIST);
    }

    @Actor
    public void actor1(II_Result result) {
      bind(result);
    }

    @Actor
    public void actor2(II_Result result) {
      notify(result);
    }
  }

  /** The RCU list. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstBind.Expected.class)
  @State
  public static class RcuList extends NotifyAgainstBind {
    public RcuList() {
      super(FEW, RCU_LIST);
    }

    @Actor
    public void actor1(II_Result result) {
      bind(result);
    }

    @Actor
    public void actor2(II_Result result) {
      notify(result);
    }
  }

  /** The sorted RCU array. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstBind.Expected.class)
  @State
  public static class RcuArray extends NotifyAgainstBind {
    public RcuArray() {
      super(FEW, RCU_ARRAY);
    }

    @Actor
    public void actor1(II_Result result) {
      bind(result);
    }

    @Actor
    public void actor2(II_Result result) {
      notify(result);
    }
  }

  /** The bitset of one word. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstBind.Expected.class)
  @State
  public static class Word extends NotifyAgainstBind {
    public Word() {
      super(FEW, WORD);
    }

    @Actor
    public void actor1(II_Result result) {
      bind(result);
    }

    @Actor
    public void actor2(II_Result result) {
      notify(result);
    }
  }

  /** The bitset of many words. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstBind.Expected.class)
  @State
  public static class BitSet extends NotifyAgainstBind {
    public BitSet() {
      super(MANY, BITSET);
    }

    @Actor
    public void actor1(II_Result result) {
      bind(result);
    }

    @Actor
    public void actor2(II_Result result) {
      notify(result);
    }
  }

  /** The bitset in its sparse form. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstBind.Expected.class)
  @State
  public static class Sparse extends NotifyAgainstBind {
    public Sparse() {
      super(THOUSANDS, SPARSE);
    }

    @Actor
    public void actor1(II_Result result) {
      bind(result);
    }

    @Actor
    public void actor2(II_Result result) {
      notify(result);
    }
  }
}
