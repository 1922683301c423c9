package org.svabench.model.stress;

import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.topology.Topology;

/** A notification walks while one device is bound all the time and another comes and goes. */
public class NotifyAgainstChurn extends TwoDevices {
  /** Grades. */
  @Outcome(
      id = {"101", "103"},
      expect = Expect.ACCEPTABLE,
      desc = "the device that is bound is told, and its IOMMU once")
  @Outcome(expect = Expect.FORBIDDEN, desc = "somebody is not told, or told twice")
  public static class Expected {}

  /** The scenario over an index. */
  protected NotifyAgainstChurn(Topology machine, Supplier<? extends InvalidationIndex> index) {
    super(machine, index);
    attach(0);
  }

  /** The first thread. */
  protected final void churn() {
    attach(1);
    detach(1);
  }

  /** The second thread. */
  protected final void notify(I_Result result) {
    result.r1 = named(notifier);
  }

  /** The spinlocked list. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstChurn.Expected.class)
  @State
  public static class SpinlockedList extends NotifyAgainstChurn {
    public SpinlockedList() {
      super(FEW, SPINLOCKED_LIST);
    }

    @Actor
    public void actor1() {
      churn();
    }

    @Actor
    public void actor2(I_Result result) {
      notify(result);
    }
  }

  /** The RCU list. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstChurn.Expected.class)
  @State
  public static class RcuList extends NotifyAgainstChurn {
    public RcuList() {
      super(FEW, RCU_LIST);
    }

    @Actor
    public void actor1() {
      churn();
    }

    @Actor
    public void actor2(I_Result result) {
      notify(result);
    }
  }

  /** The sorted RCU array. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstChurn.Expected.class)
  @State
  public static class RcuArray extends NotifyAgainstChurn {
    public RcuArray() {
      super(FEW, RCU_ARRAY);
    }

    @Actor
    public void actor1() {
      churn();
    }

    @Actor
    public void actor2(I_Result result) {
      notify(result);
    }
  }

  /** The bitset of one word. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstChurn.Expected.class)
  @State
  public static class Word extends NotifyAgainstChurn {
    public Word() {
      super(FEW, WORD);
    }

    @Actor
    public void actor1() {
      churn();
    }

    @Actor
    public void actor2(I_Result result) {
      notify(result);
    }
  }

  /** The bitset of many words. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstChurn.Expected.class)
  @State
  public static class BitSet extends NotifyAgainstChurn {
    public BitSet() {
      super(MANY, BITSET);
    }

    @Actor
    public void actor1() {
      churn();
    }

    @Actor
    public void actor2(I_Result result) {
      notify(result);
    }
  }

  /** The bitset in its sparse form. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstChurn.Expected.class)
  @State
  public static class Sparse extends NotifyAgainstChurn {
    public Sparse() {
      super(THOUSANDS, SPARSE);
    }

    @Actor
    public void actor1() {
      churn();
    }

    @Actor
    public void actor2(I_Result result) {
      notify(result);
    }
  }
}
