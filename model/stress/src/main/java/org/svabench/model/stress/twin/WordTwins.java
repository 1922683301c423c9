package org.svabench.model.stress.twin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;
import org.svabench.model.stress.BitSetLeaves;
import org.svabench.model.stress.Locks;

/** Mistakes with one word: of the bitset, or of a lock. */
public class WordTwins {
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  private WordTwins() {}

  /** A bit is set by reading the word and writing it back. */
  @JCStressTest
  @JCStressMeta(BitSetLeaves.BothKept.class)
  @State
  public static class PlainUpdate {
    private final long[] word = new long[1];

    private void set(int bit) {
      word[0] |= 1L << bit;
    }

    @Actor
    public void one() {
      set(62);
    }

    @Actor
    public void other() {
      set(63);
    }

    @Arbiter
    public void after(ZZ_Result result) {
      result.r1 = word[0] << 1 < 0;
      result.r2 = word[0] < 0;
    }
  }

  /** A bit is published by a plain store where a release store is needed. */
  @JCStressTest
  @JCStressMeta(BitSetLeaves.InOrder.class)
  @State
  public static class PlainPublication {
    private final long[] word = new long[1];
    private int data;

    @Actor
    public void sets() {
      data = 1;
      word[0] = 1;
    }

    @Actor
    public void walks(II_Result result) {
      result.r1 = (int) (long) WORD.getAcquire(word, 0);
      result.r2 = data;
    }
  }

  /** A lock is taken by looking and then writing. */
  @JCStressTest
  @JCStressMeta(Locks.Exclusive.class)
  @State
  public static class CheckThenLock {
    private volatile boolean held;
    private int count;

    private void increment() {
      while (held) {
        Thread.onSpinWait();
      }
      held = true;
      count++;
      held = false;
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

  /** A lock is given back by a plain store where a release store is needed. */
  @JCStressTest
  @JCStressMeta(Locks.Exclusive.class)
  @State
  public static class PlainUnlock {
    private final long[] held = new long[1];
    private int count;

    private void increment() {
      while (!WORD.compareAndSet(held, 0, 0L, 1L)) {
        Thread.onSpinWait();
      }
      count++;
      held[0] = 0;
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
}
