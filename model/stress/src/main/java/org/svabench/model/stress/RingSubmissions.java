package org.svabench.model.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;

/**
 * Two submitters of one ring: every command is executed once, whole, in ring order, and every slot
 * is free again, whichever submission completes first.
 */
public abstract class RingSubmissions {
  private static final int SLOTS = 8;

  private final long[] mine = {1, 10, 2, 20};
  private final long[] others = {3, 30, 4, 40};
  private final Ring ring;

  /** Grades. */
  @Outcome(id = "8, 4, 0", expect = Expect.ACCEPTABLE, desc = "all free, all executed")
  @Outcome(expect = Expect.FORBIDDEN, desc = "slots lost, or commands mixed up")
  public static class Expected {}

  /** A ring that notes what it executed. */
  private static final class Ring extends CommandRing {
    Ring(boolean pollUnderLock, Hardware hardware) {
      super(0, SLOTS, 2, pollUnderLock, hardware);
    }

    @Override
    protected long waitCommand(int slot) {
      return -1;
    }

    @Override
    protected long waitAddress(int slot) {
      return -1;
    }
  }

  /**
   * Takes a moment for one submitter and none for the other; counts commands that are not whole.
   */
  private static final class Executing extends Hardware {
    int torn;

    @Override
    public long execute(int iommu, long[] words, int count, boolean waits) {
      for (int i = 0; i < count; i++) {
        if (words[2 * i + 1] != 10 * words[2 * i]) {
          torn++;
        }
      }
      return words[0] == 1 ? 100 : 0;
    }
  }

  private final Executing hardware = new Executing();

  /** The scenario. */
  protected RingSubmissions(boolean pollUnderLock) {
    ring = new Ring(pollUnderLock, hardware);
    ring.submit(mine, 2); // so that the second round wraps
  }

  /** The first thread. */
  protected final void submits() {
    ring.submit(mine, 2);
  }

  /** The second thread. */
  protected final void submitsToo() {
    ring.submit(others, 2);
  }

  /** Afterwards: free slots, commands of the two, and what is wrong in the slots. */
  protected final void after(III_Result result) {
    result.r1 = ring.freeSlots();
    result.r2 = (int) ring.commands() - 2;
    int wrong = hardware.torn;
    int seen = 0;
    for (int slot = 3; slot < 9; slot++) {
      final long word = ring.word(slot % SLOTS, 0);
      if (word == -1) {
        continue;
      }
      seen |= 1 << word;
      wrong += ring.word(slot % SLOTS, 1) == 10 * word ? 0 : 1;
    }
    result.r3 = wrong + (seen == 0b11110 ? 0 : 100);
  }

  /** The lock is given back while waiting, as on VT-d. */
  @JCStressTest
  @JCStressMeta(RingSubmissions.Expected.class)
  @State
  public static class PollOutsideLock extends RingSubmissions {
    public PollOutsideLock() {
      super(false);
    }

    @Actor
    public void actor1() {
      submits();
    }

    @Actor
    public void actor2() {
      submitsToo();
    }

    @Arbiter
    public void arbiter(III_Result result) {
      after(result);
    }
  }

  /** The lock is kept while waiting, as on AMD. */
  @JCStressTest
  @JCStressMeta(RingSubmissions.Expected.class)
  @State
  public static class PollUnderLock extends RingSubmissions {
    public PollUnderLock() {
      super(true);
    }

    @Actor
    public void actor1() {
      submits();
    }

    @Actor
    public void actor2() {
      submitsToo();
    }

    @Arbiter
    public void arbiter(III_Result result) {
      after(result);
    }
  }
}
