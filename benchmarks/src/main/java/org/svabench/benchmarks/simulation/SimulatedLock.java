package org.svabench.benchmarks.simulation;

import java.util.ArrayDeque;

/**
 * A spinlock that serves CPUs in the order in which they come, as the kernel's queued spinlocks do.
 * Taking it costs nothing for the CPU that had it last, and one transfer of its cache line for any
 * other.
 */
final class SimulatedLock {
  private record Waiter(int cpu, Runnable granted) {}

  private final EventLoop loop;
  private final long transfer;
  private final ArrayDeque<Waiter> waiters = new ArrayDeque<>();
  private boolean held;
  private int lastHolder = -1;
  private long heldSince;
  private long heldInAll;

  SimulatedLock(EventLoop loop, long transfer) {
    this.loop = loop;
    this.transfer = transfer;
  }

  /** Calls back when the CPU has the lock, not before this method returns. */
  void acquire(int cpu, Runnable granted) {
    if (held) {
      waiters.add(new Waiter(cpu, granted));
    } else {
      grant(cpu, granted);
    }
  }

  private void grant(int cpu, Runnable granted) {
    held = true;
    long cost = lastHolder < 0 || lastHolder == cpu ? 0 : transfer;
    lastHolder = cpu;
    loop.after(
        cost,
        () -> {
          heldSince = loop.now();
          granted.run();
        });
  }

  /** Gives the lock to whoever has waited longest. */
  void release() {
    heldInAll += loop.now() - heldSince;
    held = false;
    Waiter next = waiters.poll();
    if (next != null) {
      grant(next.cpu(), next.granted());
    }
  }

  /** For how long somebody has held it, all finished holds together. */
  long heldInAll() {
    return heldInAll;
  }
}
