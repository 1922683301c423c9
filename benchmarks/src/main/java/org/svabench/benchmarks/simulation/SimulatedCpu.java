package org.svabench.benchmarks.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A CPU that changes its mm, notifies, waits until everything has been told, and starts again. The
 * notification's submissions go one after another, or in rounds: the first one of each IOMMU, then
 * the second one of each, with the waits of a round overlapped.
 */
final class SimulatedCpu {
  private final EventLoop loop;
  private final int number;
  private final SimulatedLock mmLock;
  private final List<List<Submission>> rounds;
  private final InvalidationQueue[] queues;
  private final LongSupplier gap;
  private final Recorder recorder;
  private long began = -1;
  private long locked;
  private int round;
  private int outstanding;

  /**
   * Creates a CPU that has not started.
   *
   * @param loop simulated time
   * @param number identifies the CPU
   * @param mmLock the lock that notifications of its mm hold, or null
   * @param rounds the submissions of a notification
   * @param queues by IOMMU
   * @param gap picoseconds of its own work before a notification
   * @param recorder is told when a notification has ended
   */
  SimulatedCpu(
      EventLoop loop,
      int number,
      SimulatedLock mmLock,
      List<List<Submission>> rounds,
      InvalidationQueue[] queues,
      LongSupplier gap,
      Recorder recorder) {
    this.loop = loop;
    this.number = number;
    this.mmLock = mmLock;
    this.rounds = rounds;
    this.queues = queues;
    this.gap = gap;
    this.recorder = recorder;
  }

  /** A submission in each round. */
  static List<List<Submission>> oneAfterAnother(CommandStream stream) {
    return stream.submissions().stream().map(List::of).toList();
  }

  /** In round n the n-th submission of each IOMMU. */
  static List<List<Submission>> overlapped(CommandStream stream, int iommus) {
    int[] reached = new int[iommus];
    List<List<Submission>> rounds = new ArrayList<>();
    for (Submission submission : stream.submissions()) {
      int round = reached[submission.iommu()]++;
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(submission);
    }
    return rounds;
  }

  void start() {
    loop.after(gap.getAsLong(), this::begin);
  }

  /** When the notification that is under way began, or -1 between two. */
  long since() {
    return began;
  }

  private void begin() {
    began = loop.now();
    if (mmLock == null) {
      walk();
    } else {
      mmLock.acquire(
          number,
          () -> {
            locked = loop.now();
            walk();
          });
    }
  }

  private void walk() {
    round = 0;
    nextRound();
  }

  private void nextRound() {
    if (round == rounds.size()) {
      finish();
      return;
    }
    List<Submission> together = rounds.get(round++);
    outstanding = together.size();
    handOver(together, 0);
  }

  private void handOver(List<Submission> together, int at) {
    Submission submission = together.get(at);
    Runnable next = at + 1 == together.size() ? () -> {} : () -> handOver(together, at + 1);
    queues[submission.iommu()].submit(number, submission, next, this::complete);
  }

  private void complete() {
    if (--outstanding == 0) {
      // Not called from here: rounds would pile up on the stack.
      loop.after(0, this::nextRound);
    }
  }

  private void finish() {
    long held = 0;
    if (mmLock != null) {
      held = loop.now() - locked;
      mmLock.release();
    }
    long from = began;
    began = -1;
    recorder.notified(number, from, loop.now(), held);
    start();
  }
}
