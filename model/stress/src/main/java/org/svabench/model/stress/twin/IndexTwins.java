package org.svabench.model.stress.twin;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.svabench.model.mm.Cpu;
import org.svabench.model.stress.DetachAgainstAttach;
import org.svabench.model.stress.NotifyAgainstBind;
import org.svabench.model.stress.NotifyAgainstChurn;
import org.svabench.model.stress.RefillAgainstNotify;

/** Mistakes around the invalidation index. */
public class IndexTwins {
  private IndexTwins() {}

  /** The notification's store-load fence is missing. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstBind.Expected.class)
  @State
  public static class NotificationWithoutFence extends NotifyAgainstBind {
    private final UnfencedSection section = new UnfencedSection(notifier, mm);

    public NotificationWithoutFence() {
      super(FEW, WORD);
    }

    @Override
    protected void enter(Cpu cpu) {
      section.enter(cpu);
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

  /** The binder's store-load fence is missing. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstBind.Expected.class)
  @State
  public static class BindWithoutFence extends NotifyAgainstBind {
    public BindWithoutFence() {
      super(FEW, UnfencedArray::new);
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

  /** The device translates before its bit is set. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstBind.Expected.class)
  @State
  public static class BitAfterAttach extends NotifyAgainstBind {
    public BitAfterAttach() {
      super(FEW, WORD);
    }

    @Actor
    public void actor1(II_Result result) {
      translate(result);
      attach(0);
    }

    @Actor
    public void actor2(II_Result result) {
      notify(result);
    }
  }

  /** The IOMMU's bit is cleared before the count of its devices is checked. */
  @JCStressTest
  @JCStressMeta(NotifyAgainstChurn.Expected.class)
  @State
  public static class ClearedBeforeCountChecked extends NotifyAgainstChurn {
    public ClearedBeforeCountChecked() {
      super(
          FEW, CountedBitSet.over(FEW, CountedBitSet.Mistake.CLEARED_BEFORE_THE_COUNT_IS_CHECKED));
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

  /** The count of an IOMMU's devices runs one low. */
  @JCStressTest
  @JCStressMeta(DetachAgainstAttach.Expected.class)
  @State
  public static class CountUnderflow extends DetachAgainstAttach {
    public CountUnderflow() {
      super(FEW, CountedBitSet.over(FEW, CountedBitSet.Mistake.COUNT_UNDERFLOW));
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
    public void arbiter(II_Result result) {
      after(result);
    }
  }

  /** The notification does not read the index again, and nobody waits for it. */
  @JCStressTest
  @JCStressMeta(RefillAgainstNotify.Expected.class)
  @State
  public static class NotReadAgain extends RefillAgainstNotify {
    public NotReadAgain() {
      super(FEW, CountedBitSet.over(FEW, CountedBitSet.Mistake.NOT_READ_AGAIN));
    }

    @Actor
    public void actor1() {
      bind();
    }

    @Actor
    public void actor2() {
      notifies();
    }

    @Arbiter
    public void arbiter(I_Result result) {
      after(result);
    }
  }
}
