package org.svabench.benchmarks.simulation;

/**
 * The hardware behind one queue: executes submissions one after another, in the order in which they
 * became visible; a wait completes when all before it has. What a submission behind it could have
 * started meanwhile is not modelled.
 */
final class CommandProcessor {
  private final EventLoop loop;
  private final SlowAnswer slow;
  private final ExecutionListener listener;
  private final int queue;
  private long freeAt;
  private long busyInAll;

  CommandProcessor(EventLoop loop, SlowAnswer slow, ExecutionListener listener, int queue) {
    this.loop = loop;
    this.slow = slow;
    this.listener = listener;
    this.queue = queue;
  }

  /** Takes a submission that has become visible and calls back when it is complete. */
  void execute(int cpu, Submission submission, long work, Runnable complete) {
    long start = Math.max(freeAt, loop.now());
    long duration = Math.addExact(work, slow.lateness(submission, start));
    freeAt = Math.addExact(start, duration);
    busyInAll += duration;
    loop.after(
        freeAt - loop.now(),
        () -> {
          listener.executed(queue, cpu, submission);
          complete.run();
        });
  }

  /** For how long it has had work, what it has taken and not finished included. */
  long busyInAll() {
    return busyInAll;
  }
}
