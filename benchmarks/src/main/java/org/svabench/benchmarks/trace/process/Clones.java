package org.svabench.benchmarks.trace.process;

import java.util.ArrayList;
import java.util.List;
import org.svabench.benchmarks.trace.call.Abi;
import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.notification.Invalidations;

/**
 * Joins calls that create a thread or a process with what they created, which may speak up before
 * its creator's call returns.
 */
final class Clones {
  private static final int LARGEST_TID = 1 << 22;

  private final ProcessTable table;
  private final Invalidations invalidations;
  private final TraceClock clock;
  private final TraceCounts counts;
  private final List<Task> inFlight = new ArrayList<>();
  private boolean traced;

  Clones(ProcessTable table, Invalidations invalidations, TraceClock clock, TraceCounts counts) {
    this.table = table;
    this.invalidations = invalidations;
    this.clock = clock;
    this.counts = counts;
  }

  /** Whether the trace shows such calls. */
  boolean traced() {
    return traced;
  }

  /** A thread is in such a call. */
  void began(Task task) {
    inFlight.add(task);
  }

  /** A thread is no longer in a call. */
  void ended(Task task) {
    inFlight.remove(task);
  }

  /**
   * An unknown thread is the child of the call that has been in flight longest, if there is one.
   */
  boolean adopt(int tid) {
    for (Task parent : inFlight) {
      if (parent.earlyChild == null) {
        parent.earlyChild = child(parent, tid, flags(parent.pending()));
        return true;
      }
    }
    return false;
  }

  private static long flags(Call call) {
    switch (call.syscall) {
      case VFORK:
        return Abi.CLONE_VM;
      case FORK:
        return 0;
      default:
        return call.flags;
    }
  }

  /** Such a call returned; {@code early} is the child it was given before, or null. */
  void returned(Task parent, Call call, Task early) {
    long flags = flags(call);
    traced = true;
    if (flags < 0) {
      counts.assumed(Assumption.EFFECT_UNKNOWN);
      return;
    }
    if ((flags & Abi.CLONE_VM) == 0) {
      invalidates(parent.process);
    }
    if (!call.succeeded() || call.result <= 0 || call.result > LARGEST_TID) {
      return;
    }
    int tid = (int) call.result;
    if (early == null) {
      if (table.withId(tid) == null) {
        child(parent, tid, flags);
      }
    } else if (early.tid != tid) {
      swap(early, tid, parent, flags);
    }
  }

  /** A process is copied, which write-protects all of it. */
  void invalidates(Process parent) {
    table.announce(parent);
    if (!counts.flushEvents()) {
      invalidations.fork(clock.now(), parent.space);
    }
  }

  /** Two clones were in flight and their children appeared in the other order. */
  private void swap(Task early, int tid, Task parent, long flags) {
    Task right = table.withId(tid);
    for (Task other : inFlight) {
      if (right != null && other.earlyChild == right) {
        other.earlyChild = early;
        Process process = early.process;
        early.process = right.process;
        right.process = process;
        return;
      }
    }
    if (right == null) {
      child(parent, tid, flags);
    }
  }

  /** A new thread, in the process and the address space that the flags say. */
  Task child(Task parent, int tid, long flags) {
    Process process = parent.process;
    if ((flags & Abi.CLONE_THREAD) == 0) {
      if ((flags & Abi.CLONE_VM) == 0) {
        process = table.forked(tid, process);
      } else {
        boolean files = (flags & Abi.CLONE_FILES) != 0;
        Descriptors descriptors = files ? process.descriptors : process.descriptors.copy();
        process = table.started(tid, process.name, process.space, descriptors);
      }
    }
    return table.join(tid, process);
  }
}
