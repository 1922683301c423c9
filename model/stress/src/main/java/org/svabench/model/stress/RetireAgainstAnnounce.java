package org.svabench.model.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.svabench.model.fanout.IommuBitSet;

/**
 * A word of the bitset was emptied and is still announced in the summary; a walk is about to retire
 * it while a bit of it is set again. From then on every walk finds the bit.
 */
public abstract class RetireAgainstAnnounce {
  /** A bit of the emptied word. */
  protected static final int BIT = 10;

  /** Grades. */
  @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "found by whoever set it, and later")
  @Outcome(expect = Expect.FORBIDDEN, desc = "the word is lost to a walk")
  public static class Expected {}

  /** Sets the bit. */
  protected abstract void set();

  /** Counts the bits that a walk finds. */
  protected abstract int walk();

  /** The first thread. */
  protected final void fills(II_Result result) {
    set();
    result.r1 = walk();
  }

  /** The second thread. */
  protected final void retires() {
    walk();
  }

  /** Afterwards. */
  protected final void after(II_Result result) {
    result.r2 = walk();
  }

  /** Over the set of the model. */
  abstract static class OverBitSet extends RetireAgainstAnnounce {
    final IommuBitSet bits = new IommuBitSet(640);

    OverBitSet() {
      bits.set(BIT + 1);
      bits.clear(BIT + 1);
    }

    @Override
    protected final int walk() {
      final int[] found = new int[1];
      bits.forEach(bit -> found[0]++);
      return found[0];
    }
  }

  /** The bit is set by its owner. */
  @JCStressTest
  @JCStressMeta(RetireAgainstAnnounce.Expected.class)
  @State
  public static class Owned extends OverBitSet {
    @Override
    protected void set() {
      bits.setOwned(BIT);
    }

    @Actor
    public void actor1(II_Result result) {
      fills(result);
    }

    @Actor
    public void actor2() {
      retires();
    }

    @Arbiter
    public void arbiter(II_Result result) {
      after(result);
    }
  }

  /** The bit is set by compare-and-set. */
  @JCStressTest
  @JCStressMeta(RetireAgainstAnnounce.Expected.class)
  @State
  public static class Shared extends OverBitSet {
    @Override
    protected void set() {
      bits.set(BIT);
    }

    @Actor
    public void actor1(II_Result result) {
      fills(result);
    }

    @Actor
    public void actor2() {
      retires();
    }

    @Arbiter
    public void arbiter(II_Result result) {
      after(result);
    }
  }
}
