package org.svabench.model.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.svabench.model.mm.PasidAllocator;

/** Two mms ask for a PASID at once, or one while another gives its own back. */
public class Pasids {
  private static final int LIMIT = 130;

  private Pasids() {}

  /** Nobody gets what another has. */
  @JCStressTest
  @Outcome(
      id = {"1, 2, 2", "2, 1, 2"},
      expect = Expect.ACCEPTABLE,
      desc = "the two lowest ones")
  @Outcome(expect = Expect.FORBIDDEN, desc = "one twice, or one left out")
  @State
  public static class AllocateAgainstAllocate {
    private final PasidAllocator pasids = new PasidAllocator(LIMIT);

    @Actor
    public void one(III_Result result) {
      result.r1 = pasids.allocate(LIMIT);
    }

    @Actor
    public void other(III_Result result) {
      result.r2 = pasids.allocate(LIMIT);
    }

    @Arbiter
    public void after(III_Result result) {
      result.r3 = pasids.allocated();
    }
  }

  /** The last one of a full space is given back and asked for; the summary levels change too. */
  @JCStressTest
  @Outcome(id = "0, 129, 129", expect = Expect.ACCEPTABLE, desc = "given back first")
  @Outcome(id = "0, -28, 128", expect = Expect.ACCEPTABLE, desc = "asked for first: none free")
  @Outcome(expect = Expect.FORBIDDEN, desc = "lost or given twice")
  @State
  public static class ReleaseAgainstAllocate {
    private final PasidAllocator pasids = new PasidAllocator(LIMIT);

    public ReleaseAgainstAllocate() {
      for (int pasid = 1; pasid < LIMIT; pasid++) {
        pasids.allocate(LIMIT);
      }
    }

    @Actor
    public void gives() {
      pasids.release(LIMIT - 1);
    }

    @Actor
    public void takes(III_Result result) {
      result.r2 = pasids.allocate(LIMIT);
    }

    @Arbiter
    public void after(III_Result result) {
      result.r3 = pasids.allocated();
    }
  }
}
