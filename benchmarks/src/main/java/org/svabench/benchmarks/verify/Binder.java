package org.svabench.benchmarks.verify;

import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Pasid;
import org.svabench.model.topology.Device;

/** Processes and drivers: bind, unbind, fork and exit, each followed by its checks. */
final class Binder {
  private static final int MANY_EXITED = 3;

  private final Arena arena;
  private final OracleThread thread;
  private final Translator translator;
  private final CacheChecks checks;

  Binder(Arena arena, OracleThread thread, Translator translator) {
    this.arena = arena;
    this.thread = thread;
    this.translator = translator;
    this.checks = new CacheChecks(arena, thread.counts);
  }

  /** One bind, unbind, fork or exit. */
  void step() {
    final int kind = thread.random.nextInt(100);
    if (kind < 20 || arena.exited.size() > MANY_EXITED) {
      unbindExited();
    } else if (kind < 24) {
      exit(thread.random.nextInt(arena.live.length()), null);
    } else if (kind < 26) {
      fork();
    } else {
      final AddressSpace space = thread.anyLive();
      if (space != null) {
        if (kind < 63) {
          bind(space);
        } else {
          unbind(space);
        }
      }
    }
  }

  private void bind(AddressSpace space) {
    if (!space.use()) {
      return;
    }
    final Device device =
        arena.topology.device(thread.random.nextInt(arena.topology.deviceCount()));
    thread.history.add(Event.BIND, space.number, device.index(), 0, 0, 0);
    space.bonds.bindBegins();
    thread.binding(space);
    final int error = arena.calls.bind(thread.cpu, space.mm, device);
    final Bond bond = thread.cpu.bond();
    space.bonds.bindEnded(
        error == 0 ? new Bonds.Held(bond, device.index(), device.group().index()) : null);
    if (error == 0) {
      thread.counts.binds++;
      translator.use(space, device.index());
    } else {
      thread.counts.failedBinds++;
    }
    thread.history.add(Event.BOUND, space.number, device.index(), error, 0, 0);
    space.unuse();
    checkOutcome(space, device, error, bond);
  }

  private void checkOutcome(AddressSpace space, Device device, int error, Bond bond) {
    switch (error) {
      case 0 -> {
        if (bond == null) {
          arena.verdict.fail(Violation.of("a bind succeeded without a handle", space, -1));
        }
      }
      case Errno.EBUSY, Errno.EINVAL, Errno.ENODEV, Errno.EOVERFLOW, Errno.ENOSPC -> {
        if (bond != null) {
          arena.verdict.fail(Violation.of("a failed bind left a handle", space, -1));
        }
      }
      default ->
          arena.verdict.fail(
              Violation.of(
                  "binding " + device.name() + " failed with " + Errno.name(error), space, -1));
    }
  }

  private void unbind(AddressSpace space) {
    final Bonds.Held reference = space.bonds.unbindBegins(thread.random.nextInt(Integer.MAX_VALUE));
    if (reference == null) {
      return;
    }
    thread.history.add(Event.UNBIND, space.number, reference.device(), 0, 0, 0);
    arena.calls.unbind(thread.cpu, reference.bond());
    space.bonds.unbindEnded();
    thread.history.add(Event.UNBOUND, space.number, reference.device(), 0, 0, 0);
    checks.afterUnbind(space);
    thread.counts.unbinds++;
  }

  private void unbindExited() {
    final AddressSpace space = arena.exited.poll();
    if (space != null) {
      unbind(space);
      if (!space.bonds.isEmpty()) {
        arena.exited.offer(space);
      }
    }
  }

  private void fork() {
    final AddressSpace parent = thread.anyLive();
    if (parent == null || !parent.use()) {
      return;
    }
    thread.notificationBegins(parent);
    thread.history.add(Event.FORK, parent.number, 0, 0, 0, 0);
    final long began = System.nanoTime();
    final long version = parent.change(0, Pages.USER, true);
    final Mm child = arena.calls.fork(thread.cpu, parent.mm);
    thread.notificationEnded();
    parent.raiseFloors(0, Pages.USER, version, began);
    thread.history.add(Event.NOTIFIED, parent.number, 0, Pages.USER, version, 0);
    checks.afterNotification(parent, 0, Pages.USER, version, began);
    thread.counts.forks++;
    if (child.pasid() != Pasid.INVALID) {
      arena.verdict.fail(Violation.of("a forked child starts with a PASID", parent, -1));
    }
    exit(thread.random.nextInt(arena.live.length()), child);
  }

  /** Ends the process of a slot; the slot goes to a forked child or to a new process. */
  private void exit(int slot, Mm child) {
    final AddressSpace space = arena.live.getAndSet(slot, null);
    if (space == null) {
      if (child != null) {
        arena.calls.exit(thread.cpu, child);
      }
      return;
    }
    space.close(arena.verdict);
    if (thread.random.nextBoolean()) {
      while (!space.bonds.isEmpty()) {
        unbind(space);
      }
    }
    thread.history.add(Event.EXIT, space.number, 0, 0, 0, 0);
    arena.calls.exit(thread.cpu, space.mm);
    space.exited();
    thread.history.add(Event.EXITED, space.number, 0, 0, 0, 0);
    checks.afterExit(space);
    if (!space.bonds.isEmpty()) {
      arena.exited.offer(space);
    }
    thread.counts.exits++;
    arena.live.set(slot, arena.adopt(child == null ? arena.calls.newMm() : child));
  }
}
