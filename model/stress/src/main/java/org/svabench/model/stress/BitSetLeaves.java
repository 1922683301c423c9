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
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.svabench.model.fanout.IommuBitSet;

/** The lock-free set of ordinals: changes of one word, and what a walk sees of them. */
public class BitSetLeaves {
  private BitSetLeaves() {}

  /** Grades of two changes of neighbouring bits. */
  @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "both bits as they were left")
  @Outcome(expect = Expect.FORBIDDEN, desc = "an update was lost")
  public static class BothKept {}

  /** One thread owns its bit and adds; another changes its neighbour by compare-and-set. */
  @JCStressTest
  @JCStressMeta(BothKept.class)
  @State
  public static class OwnedAndShared {
    private final IommuBitSet bits = new IommuBitSet(64);

    @Actor
    public void owner() {
      bits.setOwned(62);
      bits.clearOwned(62);
      bits.setOwned(62);
    }

    @Actor
    public void sharer() {
      bits.set(63);
    }

    @Arbiter
    public void after(ZZ_Result result) {
      result.r1 = bits.get(62);
      result.r2 = bits.get(63);
    }
  }

  /** One thread clears what another sets: one of them is last. */
  @JCStressTest
  @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "set, then cleared")
  @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "nothing to clear, then set")
  @Outcome(expect = Expect.FORBIDDEN, desc = "the answers do not fit what is left")
  @State
  public static class SetAgainstClear {
    private final IommuBitSet bits = new IommuBitSet(64);
    private boolean cleared;

    @Actor
    public void sets() {
      bits.set(5);
    }

    @Actor
    public void clears() {
      cleared = bits.clear(5);
    }

    @Arbiter
    public void after(II_Result result) {
      result.r1 = cleared ? 1 : 0;
      result.r2 = bits.get(5) ? 1 : 0;
    }
  }

  /** Two threads set one bit: one of them was first. */
  @JCStressTest
  @Outcome(
      id = {"true, false", "false, true"},
      expect = Expect.ACCEPTABLE,
      desc = "one was first")
  @Outcome(expect = Expect.FORBIDDEN, desc = "both or none")
  @State
  public static class SetAgainstSet {
    private final IommuBitSet bits = new IommuBitSet(1024);

    @Actor
    public void one(ZZ_Result result) {
      result.r1 = bits.set(700);
    }

    @Actor
    public void other(ZZ_Result result) {
      result.r2 = bits.set(700);
    }
  }

  /** Grades of a publication. */
  @Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "the bit came before what precedes it")
  @Outcome(expect = Expect.ACCEPTABLE, desc = "in order")
  public static class InOrder {}

  /** Who sees a bit sees what was written before it. */
  @JCStressTest
  @JCStressMeta(InOrder.class)
  @State
  public static class Publication {
    private final IommuBitSet bits = new IommuBitSet(64);
    private int data;

    @Actor
    public void sets() {
      data = 1;
      bits.setOwned(7);
    }

    @Actor
    public void walks(II_Result result) {
      result.r1 = bits.get(7) ? 1 : 0;
      result.r2 = data;
    }
  }

  /** A walk over several words reports what is set all the time. */
  @JCStressTest
  @Outcome(
      id = {"2", "3"},
      expect = Expect.ACCEPTABLE,
      desc = "both bits that stay, or all three")
  @Outcome(expect = Expect.FORBIDDEN, desc = "one that was set all the time is missing")
  @State
  public static class WalkAgainstChurn {
    private final IommuBitSet bits = new IommuBitSet(1024);

    public WalkAgainstChurn() {
      bits.setOwned(0);
      bits.setOwned(1000);
    }

    @Actor
    public void churns() {
      bits.setOwned(500);
      bits.clearOwned(500);
    }

    @Actor
    public void walks(I_Result result) {
      final int[] found = new int[1];
      bits.forEach(bit -> found[0]++);
      result.r1 = found[0];
    }
  }
}
