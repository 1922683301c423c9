package org.svabench.benchmarks.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The command queue of one IOMMU. A submission of n commands needs n + 2 free slots: its commands,
 * its wait and a gap; slots come back in the order in which they were taken. A CPU that finds too
 * few free tries again as soon as some come back, against all others that wait: nobody is served in
 * the order of arrival, as the kernel's loops do not.
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

  private final int slots;
  private final Random random;
  private final Tally tally;
  private final ArrayDeque<Slots> taken = new ArrayDeque<>();
  private final List<Runnable> waitingForSlots = new ArrayList<>();
  private int used;

  InvalidationQueue(
      EventLoop loop,
      Timing timing,
      CommandProcessor processor,
      int slots,
      Random random,
      Tally tally) {
    this.loop = loop;
    this.timing = timing;
    this.processor = processor;
    this.slots = slots;
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

  final boolean fits(Submission submission) {
    return slots - used >= submission.slots() + GAP;
  }

  final Slots take(Submission submission) {
    Slots mine = new Slots(submission.slots());
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
    if (some && !waitingForSlots.isEmpty()) {
      List<Runnable> all = new ArrayList<>(waitingForSlots);
      waitingForSlots.clear();
      Collections.shuffle(all, random);
      all.forEach(Runnable::run);
    }
  }

  /** Tries again when slots have come back. */
  final void whenSlotsComeBack(boolean firstTime, Runnable again) {
    if (firstTime) {
      tally.fullQueues++;
    }
    waitingForSlots.add(again);
  }

  final void countExit() {
    tally.exits++;
  }
}
