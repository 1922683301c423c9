package org.svabench.benchmarks.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The command queue of one IOMMU. A submission of n commands needs n + 2 free slots: its commands,
 * its wait and a gap; slots come back in the order in which they were taken. A CPU that finds too
 * few free tries again as soon as some come back, against all others: the kernels' loops do not
 * serve in the order of arrival. A fair queue does: slots that come back are kept for who has
 * waited longest, and whoever comes later waits behind.
 */
abstract class InvalidationQueue {
  private static final int GAP = 1;

  /** Slots of one submission. */
  static final class Slots {
    private final int count;
    private boolean finished;

    private Slots(int count) {
      this.count = count;
    }
  }

  final EventLoop loop;
  final Timing timing;
  final CommandProcessor processor;

  private record Waiter(int count, Runnable again) {}

  private final int slots;
  private final boolean fair;
  private final Random random;
  private final Tally tally;
  private final ArrayDeque<Slots> taken = new ArrayDeque<>();
  private final ArrayDeque<Waiter> waitingForSlots = new ArrayDeque<>();
  private int used;

  /** Slots kept for CPUs that have waited for them and are about to take them. */
  private int kept;

  InvalidationQueue(
      EventLoop loop,
      Timing timing,
      CommandProcessor processor,
      QueueRules rules,
      Random random,
      Tally tally) {
    this.loop = loop;
    this.timing = timing;
    this.processor = processor;
    this.slots = rules.slots();
    this.fair = rules.fair();
    this.random = random;
    this.tally = tally;
  }

  /**
   * Hands a submission over.
   *
   * @param cpu who
   * @param submission what
   * @param handedOver when the CPU can do something else before it looks for the end
   * @param complete when the CPU has seen the end; where it does not wait, with handedOver
   */
  abstract void submit(int cpu, Submission submission, Runnable handedOver, Runnable complete);

  /** For how long the queue's lock was held, all finished holds together; 0 where it has none. */
  long lockHeldInAll() {
    return 0;
  }

  /** Atomic instructions to reserve slots; 0 where a lock protects them. */
  long reservationAttempts() {
    return 0;
  }

  /**
   * Whether a submission can be taken now.
   *
   * @param submission the submission
   * @param hasWaited whether its CPU was called back because slots have come back
   */
  final boolean fits(Submission submission, boolean hasWaited) {
    if (fair) {
      return hasWaited || waitingForSlots.isEmpty() && used + kept + needed(submission) <= slots;
    }
    return used + needed(submission) <= slots;
  }

  private static int needed(Submission submission) {
    return submission.slots() + GAP;
  }

  final Slots take(Submission submission, boolean hasWaited) {
    Slots mine = new Slots(submission.slots());
    if (fair && hasWaited) {
      kept -= mine.count;
    }
    used += mine.count;
    taken.add(mine);
    tally.submissions++;
    return mine;
  }

  final void giveBack(Slots mine) {
    mine.finished = true;
    boolean some = false;
    while (!taken.isEmpty() && taken.peek().finished) {
      used -= taken.poll().count;
      some = true;
    }
    if (some) {
      callBack();
    }
  }

  private void callBack() {
    List<Waiter> called = new ArrayList<>();
    if (fair) {
      while (!waitingForSlots.isEmpty()
          && used + kept + waitingForSlots.peek().count() + GAP <= slots) {
        Waiter next = waitingForSlots.poll();
        kept += next.count();
        called.add(next);
      }
    } else {
      called.addAll(waitingForSlots);
      waitingForSlots.clear();
      Collections.shuffle(called, random);
    }
    called.forEach(waiter -> waiter.again().run());
  }

  /** Calls back when slots have come back: in a fair queue, when enough are kept for this one. */
  final void whenSlotsComeBack(Submission submission, boolean firstTime, Runnable again) {
    if (firstTime) {
      tally.fullQueues++;
    }
    waitingForSlots.add(new Waiter(submission.slots(), again));
  }

  final void countExit() {
    tally.exits++;
  }
}
