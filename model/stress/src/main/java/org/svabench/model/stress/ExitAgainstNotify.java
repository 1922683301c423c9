package org.svabench.model.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.svabench.model.lock.SpinLock;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Notifier;
import org.svabench.model.mm.ReadSections;

/**
 * An mm ends while a notification is under way: when its exit has returned, no subscription is
 * being called any more, and none will be.
 */
public abstract class ExitAgainstNotify {
  private final ReadSections sections = new ReadSections();
  private final Mm mm = new Mm(1);
  private final SpinLock lock = new SpinLock();
  private final Cpu exiting = sections.register(null, null);
  private final Cpu notifying = sections.register(null, null);
  private final Subscription subscription = new Subscription();

  /** Grades. */
  @Outcome(
      id = {"0, 0", "0, 1"},
      expect = Expect.ACCEPTABLE,
      desc = "called before the exit returned, or not at all")
  @Outcome(expect = Expect.FORBIDDEN, desc = "called, or still running, after the exit")
  public static class Expected {}

  /** Says whether it is running, and whether it was called too late. */
  private static final class Subscription extends Notifier {
    int running;
    int calls;
    boolean gone;

    @Override
    public void invalidate(Cpu cpu, long start, long end) {
      running = 1;
      calls = gone ? 2 : 1;
      running = 0;
    }

    @Override
    public void release(Cpu cpu) {}
  }

  /** The scenario. */
  protected ExitAgainstNotify() {
    mm.register(subscription);
  }

  /** Waits for whom the exit must wait. */
  protected void awaitNotifications() {
    sections.synchronize(mm);
  }

  /** The mm. */
  protected final Mm mm() {
    return mm;
  }

  /** The first thread. */
  protected final void exits(II_Result result) {
    lock.lock();
    mm.releaseSubscriptions(exiting);
    lock.unlock();
    awaitNotifications();
    result.r1 = subscription.running;
    subscription.gone = true;
  }

  /** The second thread. */
  protected final void notifies(II_Result result) {
    mm.invalidateSecondaryTlbs(notifying, 0, 4096);
    result.r2 = subscription.calls;
  }

  /** The exit of the model. */
  @JCStressTest
  @JCStressMeta(ExitAgainstNotify.Expected.class)
  @State
  public static class Waiting extends ExitAgainstNotify {
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
