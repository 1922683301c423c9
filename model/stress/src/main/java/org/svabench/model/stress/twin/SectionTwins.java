package org.svabench.model.stress.twin;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.svabench.model.stress.ExitAgainstNotify;
import org.svabench.model.stress.GracePeriod;

/** Mistakes around read sections and grace periods. */
public class SectionTwins {
  private SectionTwins() {}

  /** An object that was unlinked is used again at once. */
  @JCStressTest
  @JCStressMeta(GracePeriod.Expected.class)
  @State
  public static class GracePeriodSkipped extends GracePeriod {
    @Override
    protected void retire(Shared object) {
      pool.giveBack(object);
    }

    @Actor
    public void actor1(II_Result result) {
      reads(result);
    }

    @Actor
    public void actor2() {
      reuses();
    }
  }

  /** The reader's store-load fence is missing. */
  @JCStressTest
  @JCStressMeta(GracePeriod.Expected.class)
  @State
  public static class ReaderWithoutFence extends GracePeriod {
    private final UnfencedSection section = new UnfencedSection(reader, mm);

    @Override
    protected void enter() {
      section.enter(reader);
    }

    @Actor
    public void actor1(II_Result result) {
      reads(result);
    }

    @Actor
    public void actor2() {
      reuses();
    }
  }

  /** The exit of an mm does not wait for notifications that are under way. */
  @JCStressTest
  @JCStressMeta(ExitAgainstNotify.Expected.class)
  @State
  public static class ExitWithoutWaiting extends ExitAgainstNotify {
    @Override
    protected void awaitNotifications() {}

    @Actor
    public void actor1(II_Result result) {
      exits(result);
    }

    @Actor
    public void actor2(II_Result result) {
      notifies(result);
    }
  }
}
