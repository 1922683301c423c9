package org.svabench.benchmarks.simulation;

/**
 * What a trapped queue's tail write leaves the guest for: a device model under one lock, as QEMU's,
 * that works off all commands before the CPU comes back.
 */
final class Hypervisor {
  private final EventLoop loop;
  private final boolean traps;
  private final SimulatedLock lock;

  Hypervisor(EventLoop loop, boolean traps) {
    this.loop = loop;
    this.traps = traps;
    this.lock = new SimulatedLock(loop, 0);
  }

  boolean traps() {
    return traps;
  }

  void exit(int cpu, long handling, Runnable back) {
    lock.acquire(
        cpu,
        () ->
            loop.after(
                handling,
                () -> {
                  lock.release();
                  back.run();
                }));
  }
}
