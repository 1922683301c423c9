package org.svabench.benchmarks.simulation;

import java.util.Random;

/**
 * A queue under a spinlock. VT-d ({@code qi_submit_sync}): the lock is held while the commands and
 * the wait are written and the tail register with them, which on a trapped queue is the exit; it is
 * not held while the CPU polls, and taken again to give the slots back. AMD ({@code
 * iommu_completion_wait} up to v6.14): it is held until the wait has completed.
 */
final class LockedQueue extends InvalidationQueue {
  private final SimulatedLock lock;
  private final boolean pollUnderLock;
  private final Hypervisor hypervisor;

  LockedQueue(
      EventLoop loop,
      Timing timing,
      CommandProcessor processor,
      QueueRules rules,
      LineCost line,
      Hypervisor hypervisor,
      Random random,
      Tally tally) {
    super(loop, timing, processor, rules, random, tally);
    this.lock = new SimulatedLock(loop, line.roundTrip());
    this.pollUnderLock = rules.pollUnderLock();
    this.hypervisor = hypervisor;
  }

  @Override
  long lockHeldInAll() {
    return lock.heldInAll();
  }

  @Override
  void submit(int cpu, Submission submission, Runnable handedOver, Runnable complete) {
    enter(cpu, submission, handedOver, complete, true);
  }

  private void enter(
      int cpu, Submission submission, Runnable handedOver, Runnable complete, boolean firstTime) {
    lock.acquire(
        cpu,
        () -> {
          if (fits(submission, !firstTime)) {
            Slots mine = take(submission, !firstTime);
            loop.after(
                timing.before(), () -> writeTail(cpu, submission, mine, handedOver, complete));
          } else {
            whenSlotsComeBack(
                submission, firstTime, () -> enter(cpu, submission, handedOver, complete, false));
            lock.release();
          }
        });
  }

  private void writeTail(
      int cpu, Submission submission, Slots mine, Runnable handedOver, Runnable complete) {
    Runnable end = () -> loop.after(timing.after(), () -> noticed(cpu, mine, complete));
    if (hypervisor.traps()) {
      countExit();
      hypervisor.exit(
          cpu,
          timing.exit() + timing.handled(submission) + timing.work(submission),
          () -> {
            processor.execute(cpu, submission, 0, end);
            polling(handedOver);
          });
    } else {
      processor.execute(cpu, submission, timing.work(submission), end);
      polling(handedOver);
    }
  }

  private void polling(Runnable handedOver) {
    if (!pollUnderLock) {
      lock.release();
    }
    handedOver.run();
  }

  private void noticed(int cpu, Slots mine, Runnable complete) {
    if (pollUnderLock) {
      leave(mine, complete);
    } else {
      lock.acquire(cpu, () -> leave(mine, complete));
    }
  }

  private void leave(Slots mine, Runnable complete) {
    giveBack(mine);
    lock.release();
    complete.run();
  }
}
