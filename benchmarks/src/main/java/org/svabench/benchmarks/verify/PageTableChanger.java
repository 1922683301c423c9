package org.svabench.benchmarks.verify;

/** The memory manager: changes page tables, notifies, and looks for what outlived it. */
final class PageTableChanger {
  private static final long PAGE_BYTES = 1L << Pages.SHIFT;
  private static final long KERNEL_HALF = 0xffff_8880_0000_0000L;

  private final Arena arena;
  private final OracleThread thread;
  private final CacheChecks checks;

  PageTableChanger(Arena arena, OracleThread thread) {
    this.arena = arena;
    this.thread = thread;
    this.checks = new CacheChecks(arena, thread.counts);
  }

  /** One change with its notification. */
  void step() {
    if (arena.kernelFlushed && thread.random.nextInt(24) == 0) {
      changeKernel();
      return;
    }
    final AddressSpace space = thread.anyLive();
    if (space == null || !space.use()) {
      return;
    }
    final int kind = thread.random.nextInt(100);
    if (kind < 45) {
      change(space, 1);
    } else if (kind < 75) {
      change(space, 2 + thread.random.nextInt(8));
    } else if (kind < 85) {
      change(space, 10 + thread.random.nextInt(Pages.USER - 10));
    } else if (kind < 92) {
      changeAround(space);
    } else {
      change(space, 0, Pages.USER, 0, -1L);
    }
  }

  private void change(AddressSpace space, int count) {
    final int from = thread.random.nextInt(Pages.USER - count + 1);
    change(space, from, from + count, Pages.address(from), Pages.address(from + count));
  }

  /** A range that reaches beyond the window on both sides. */
  private void changeAround(AddressSpace space) {
    change(
        space,
        0,
        Pages.USER,
        Pages.address(0) - thread.random.nextInt(600) * PAGE_BYTES,
        Pages.address(Pages.USER) + thread.random.nextInt(600) * PAGE_BYTES);
  }

  private void change(AddressSpace space, int from, int to, long start, long end) {
    final boolean mapped = thread.random.nextInt(4) != 0;
    thread.notificationBegins(space);
    thread.history.add(Event.CHANGE, space.number, from, to, start, end);
    final long began = System.nanoTime();
    final long version = space.change(from, to, mapped);
    arena.calls.invalidate(thread.cpu, space.mm, start, end);
    thread.notificationEnded();
    space.raiseFloors(from, to, version, began);
    thread.history.add(Event.NOTIFIED, space.number, from, to, version, 0);
    checks.afterNotification(space, from, to, version, began);
    thread.counts.notifications++;
  }

  private void changeKernel() {
    final AddressSpace kernel = arena.kernel;
    thread.history.add(Event.CHANGE, kernel.number, Pages.USER, Pages.ALL, KERNEL_HALF, -1L);
    final long began = System.nanoTime();
    final long version = kernel.change(Pages.USER, Pages.ALL, true);
    arena.calls.invalidateKernelRange(thread.cpu, KERNEL_HALF, -1L);
    kernel.raiseFloors(Pages.USER, Pages.ALL, version, began);
    thread.history.add(Event.NOTIFIED, kernel.number, Pages.USER, Pages.ALL, version, 0);
    checks.afterKernelNotification(Pages.USER, Pages.ALL, version, began);
    thread.counts.notifications++;
  }
}
