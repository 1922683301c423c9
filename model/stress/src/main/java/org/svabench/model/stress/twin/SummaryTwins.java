package org.svabench.model.stress.twin;

import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.svabench.model.stress.RetireAgainstAnnounce;

/** Mistakes around the summary of the bitset: a word of bits under one bit that announces it. */
public class SummaryTwins {
  private SummaryTwins() {}

  /** A word and its announcement; emptied, and still announced. */
  abstract static class TwoLevels extends RetireAgainstAnnounce {
    final AtomicLong leaf = new AtomicLong();
    final AtomicLong summary = new AtomicLong(1);

    @Override
    protected final void set() {
      leaf.getAndAdd(1L << BIT);
      if (summary.get() == 0) {
        summary.set(1);
      }
    }

    @Override
    protected final int walk() {
      if (summary.get() == 0) {
        return 0;
      }
      final long bits = leaf.get();
      if (bits == 0) {
        retire();
      }
      return Long.bitCount(bits);
    }

    abstract void retire();
  }

  /** The announcement is cleared in one step. */
  @JCStressTest
  @JCStressMeta(RetireAgainstAnnounce.Expected.class)
  @State
  public static class RetiredInOneStep extends TwoLevels {
    @Override
    void retire() {
      summary.set(0);
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

  /** Cleared, then looked at once more: that shortens the time in which the word is lost. */
  @JCStressTest
  @JCStressMeta(RetireAgainstAnnounce.Expected.class)
  @State
  public static class RetiredThenChecked extends TwoLevels {
    @Override
    void retire() {
      summary.set(0);
      if (leaf.get() != 0) {
        summary.set(1);
      }
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
