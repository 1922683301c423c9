package org.svabench.model.stress;

import java.util.function.Supplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.topology.Topology;

/**
 * The last device behind an IOMMU goes while another one comes: whoever comes is told from then on,
 * and so is the IOMMU, once.
 */
public class DetachAgainstAttach extends TwoDevices {
  /** Grades. */
  @Outcome(
      id = {"102, 102", "103, 102"},
      expect = Expect.ACCEPTABLE,
      desc = "the device that came is told, and its IOMMU once")
  @Outcome(expect = Expect.FORBIDDEN, desc = "somebody is not told, or told twice")
  public static class Expected {}

  /** The scenario over an index. */
  protected DetachAgainstAttach(Topology machine, Supplier<? extends InvalidationIndex> index) {
    super(machine, index);
    attach(0);
  }

  /** The first thread. */
  protected final void goes() {
    detach(0);
  }

  /** The second thread. */
  protected final void comes(II_Result result) {
    attach(1);
    result.r1 = named(notifier);
  }

  /** Afterwards. */
  protected final void after(II_Result result) {
    result.r2 = named(notifier);
  }

  /** The spinlocked list. */
  @JCStressTest
  @JCStressMeta(DetachAgainstAttach.Expected.class)
  @State
  public static class SpinlockedList extends DetachAgainstAttach {
    public SpinlockedList() {
      super(FEW, SPINLOCKED_LIST);
    }

    @Actor
    public void actor1() {
      goes();
    }

    @Actor
    public void actor2(II_Result result) {
      comes(result);
    }

    @Arbiter
    public void arbiter3(II_Result result) {
      after(result);
    }
  }

  /** The RCU list. */
  @JCStressTest
  @JCStressMeta(DetachAgainstAttach.Expected.class)
  @State
  public static class RcuList extends DetachAgainstAttach {
    public RcuList() {
      super(FEW, RCU_LIST);
    }

    @Actor
    public void actor1() {
      goes();
    }

    @Actor
    public void actor2(II_Result result) {
      comes(result);
    }

    @Arbiter
    public void arbiter3(II_Result result) {
      after(result);
    }
  }

  /** The sorted RCU array. */
  @JCStressTest
  @JCStressMeta(DetachAgainstAttach.Expected.class)
  @State
  public static class RcuArray extends DetachAgainstAttach {
    public RcuArray() {
      super(FEW, RCU_ARRAY);
    }

    @Actor
    public void actor1() {
      goes();
    }

    @Actor
    public void actor2(II_Result result) {
      comes(result);
    }

    @Arbiter
    public void arbiter3(II_Result result) {
      after(result);
    }
  }

  /** The bitset of one word. */
  @JCStressTest
  @JCStressMeta(DetachAgainstAttach.Expected.class)
  @State
  public static class Word extends DetachAgainstAttach {
    public Word() {
      super(FEW, WORD);
    }

    @Actor
    public void actor1() {
      goes();
    }

    @Actor
    public void actor2(II_Result result) {
      comes(result);
    }

    @Arbiter
    public void arbiter3(II_Result result) {
      after(result);
    }
  }

  /** The bitset of many words. */
  @JCStressTest
  @JCStressMeta(DetachAgainstAttach.Expected.class)
  @State
  public static class BitSet extends DetachAgainstAttach {
    public BitSet() {
      super(MANY, BITSET);
    }

    @Actor
    public void actor1() {
      goes();
    }

    @Actor
    public void actor2(II_Result result) {
      comes(result);
    }

    @Arbiter
    public void arbiter3(II_Result result) {
      after(result);
    }
  }

  /** The bitset in its sparse form. */
  @JCStressTest
  @JCStressMeta(DetachAgainstAttach.Expected.class)
  @State
  public static class Sparse extends DetachAgainstAttach {
    public Sparse() {
      super(THOUSANDS, SPARSE);
    }

    @Actor
    public void actor1() {
      goes();
    }

    @Actor
    public void actor2(II_Result result) {
      comes(result);
    }

    @Arbiter
    public void arbiter3(II_Result result) {
      after(result);
    }
  }
}
