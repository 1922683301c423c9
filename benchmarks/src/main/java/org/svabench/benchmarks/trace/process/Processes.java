package org.svabench.benchmarks.trace.process;

import java.nio.charset.StandardCharsets;
import org.svabench.benchmarks.trace.call.Abi;
import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.call.TraceEvents;
import org.svabench.benchmarks.trace.call.Witness;
import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.mapping.AddressSpaces;
import org.svabench.benchmarks.trace.notification.Invalidations;
import org.svabench.benchmarks.trace.notification.IommuListener;
import org.svabench.benchmarks.trace.notification.NotificationSink;

/**
 * Follows threads and processes through a trace, so that every call acts on the address space its
 * thread runs in. Not thread-safe.
 */
public final class Processes implements TraceEvents {
  private static final long FORK_WINDOW = 10_000_000L;

  private final NotificationSink sink;
  private final IommuListener iommu;
  private final TraceCounts counts;
  private final boolean byName;
  private final TraceClock clock;
  private final ProcessTable table;
  private final Invalidations invalidations;
  private final Clones clones;
  private final Flushes flushes;

  /**
   * Nothing is known yet.
   *
   * @param sink told of notifications
   * @param iommu told of events of the IOMMU driver
   * @param counts counts them, and what had to be assumed
   * @param byName whether threads of unknown origin belong together by name; if not, all of them
   *     are taken as threads of the first process
   */
  public Processes(NotificationSink sink, IommuListener iommu, TraceCounts counts, boolean byName) {
    this.sink = sink;
    this.iommu = iommu;
    this.counts = counts;
    this.byName = byName;
    this.clock = new TraceClock(counts);
    AddressSpaces spaces = new AddressSpaces();
    this.table = new ProcessTable(sink, spaces, clock);
    this.invalidations = new Invalidations(spaces, sink, counts);
    this.clones = new Clones(table, invalidations, clock, counts);
    this.flushes = new Flushes(table, clock, sink, counts);
  }

  @Override
  public void line(long nanos, int tid, int pid, byte[] bytes, int from, int to) {
    boolean first = !clock.started();
    long now = clock.at(nanos);
    if (first) {
      sink.start(now);
    }
    counts.reached(now);
    Task task = table.find(tid);
    if (task == null) {
      adopt(tid, pid, bytes, from, to);
    } else {
      task.fresh = false;
    }
  }

  private void adopt(int tid, int pid, byte[] bytes, int from, int to) {
    if (clones.adopt(tid) || identified(tid)) {
      return;
    }
    Process process = pid == 0 ? null : table.withPid(pid);
    if (process == null) {
      String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      process = pid == 0 ? related(tid, name) : null;
      if (process == null) {
        process = table.started(pid == 0 ? tid : pid, name);
      }
    }
    table.join(tid, process);
  }

  /** The thread without an id turns out to have this one. */
  private boolean identified(int tid) {
    Task task = table.withId(0);
    if (tid == 0 || task == null) {
      return false;
    }
    Task known = table.identified(task, tid);
    if (task.pending() != null) {
      known.begin(task.pending());
      forget(task);
    }
    return true;
  }

  /** A process that a thread of unknown origin is taken to belong to, or null. */
  private Process related(int tid, String name) {
    if (table.isEmpty()) {
      return null;
    }
    Process parent = table.named(name);
    if (parent != null
        && counts.flushEvents()
        && clock.now() - parent.flushedEverything <= FORK_WINDOW) {
      counts.assumed(Assumption.GUESSED_FORK);
      parent.flushedEverything = Long.MIN_VALUE;
      return table.forked(tid, parent);
    }
    Process process = byName ? parent : table.first();
    if (process != null) {
      counts.assumed(Assumption.UNKNOWN_THREAD);
    }
    return process;
  }

  @Override
  public void call(Call call) {
    Task task = table.find(call.tid);
    abandon(task);
    apply(task, call, null);
  }

  @Override
  public void begin(Call call) {
    Task task = table.find(call.tid);
    abandon(task);
    if (call.syscall == Syscall.EXIT_GROUP) {
      task.process.ending = true;
      return;
    }
    if (call.syscall == Syscall.EXIT) {
      return;
    }
    task.begin(call);
    if (task.isCloning()) {
      clones.began(task);
    }
  }

  @Override
  public boolean end(Call call) {
    Task task = table.find(call.tid);
    Call begun = task.pending();
    if (begun == null || begun.syscall != call.syscall) {
      return call.syscall == Syscall.EXIT
          || call.syscall == Syscall.EXIT_GROUP
          || call.syscall == Syscall.EXECVE && call.succeeded();
    }
    if (call.outcome == Call.Outcome.UNKNOWN) {
      counts.assumed(Assumption.UNFINISHED);
      forget(task);
      return true;
    }
    begun.outcome = call.outcome;
    begun.result = call.result;
    Task early = task.earlyChild;
    clones.ended(task);
    apply(task, begun, early);
    task.done();
    return true;
  }

  /** The call a thread was in will not return any more. */
  private void abandon(Task task) {
    if (task.pending() != null) {
      counts.assumed(Assumption.UNFINISHED);
      forget(task);
    }
  }

  private void forget(Task task) {
    clones.ended(task);
    task.done();
  }

  private void apply(Task task, Call call, Task early) {
    if (call.failed()) {
      counts.failed();
      if (early != null) {
        exited(early.tid);
      }
      return;
    }
    switch (call.syscall) {
      case CLONE:
      case VFORK:
      case FORK:
        clones.returned(task, call, early);
        break;
      case EXECVE:
        if (call.succeeded()) {
          executed(task, call.name == null ? "" : call.name, Witness.CALL);
        }
        break;
      case EXIT_GROUP:
        task.process.ending = true;
        break;
      case EXIT:
        break;
      case CLOSE:
        task.process.descriptors.closed(call.fd);
        break;
      case OPEN:
        if (call.succeeded()) {
          task.process.descriptors.opened(descriptor(call.result));
        }
        break;
      case DUP:
        if (call.succeeded()) {
          task.process.descriptors.copied(call.fd, descriptor(call.result));
        }
        break;
      default:
        invalidates(task.process, call);
    }
  }

  private static int descriptor(long result) {
    return result >= 0 && result <= Integer.MAX_VALUE ? (int) result : -1;
  }

  private void invalidates(Process process, Call call) {
    if (counts.flushEvents()) {
      counts.informative();
      return;
    }
    table.announce(process);
    int file = 0;
    if (call.fd >= 0 && (call.more & Abi.MAP_ANONYMOUS) == 0) {
      file = process.descriptors.file(call.fd, call.path);
    } else if (call.syscall == Syscall.MMAP && (call.more & Abi.MAP_SHARED) != 0) {
      file = process.descriptors.newFile();
    }
    invalidations.call(clock.now(), call, process.space, file);
  }

  private void executed(Task task, String name, Witness witness) {
    if (task.knowsOfExec(witness)) {
      return;
    }
    for (Task sibling : table.siblings(task)) {
      forget(sibling);
      table.replaced(sibling);
    }
    table.executed(task, name);
  }

  @Override
  public void superseded(int leader, int by) {
    Task other = table.withId(by);
    Task task = table.withId(leader);
    if (other == null || other == task) {
      return;
    }
    if (other.pending() != null) {
      task.begin(other.pending());
    }
    forget(other);
    table.replaced(other);
  }

  @Override
  public void created(int parent, int tid, int pid, long flags) {
    Task creator = table.withId(parent);
    Task old = table.withId(tid);
    if (old != null && old.fresh || flags < 0 && pid == 0) {
      return;
    }
    if (creator == null) {
      if (old == null && pid != 0) {
        existed(tid, pid);
      }
      return;
    }
    if (old != null) {
      exited(tid);
    }
    long shared = Abi.CLONE_THREAD | Abi.CLONE_VM;
    long known = flags >= 0 ? flags : pid == tid ? 0 : shared;
    if ((known & Abi.CLONE_VM) == 0 && !clones.traced()) {
      clones.invalidates(creator.process);
    }
    clones.child(creator, tid, known).fresh = true;
  }

  /** A tracer describes the threads that were there before it. */
  private void existed(int tid, int pid) {
    Process process = table.withPid(pid);
    table.join(tid, process == null ? table.started(pid, "") : process);
  }

  @Override
  public void executed(int tid, String name, Witness witness) {
    Task task = table.withId(tid);
    if (task == null) {
      table.join(tid, table.started(tid, name)).knowsOfExec(witness);
      return;
    }
    forget(task);
    executed(task, name, witness);
  }

  @Override
  public void iommu(int tid, byte[] bytes, int from, int to) {
    counts.sawIommuEvents();
    iommu.event(counts.line(), tid, bytes, from, to);
  }

  @Override
  public void exited(int tid) {
    Task task = table.find(tid);
    if (task != null) {
      abandon(task);
      table.exited(task);
    }
  }

  @Override
  public void flush(int tid, long pages, int reason) {
    flushes.flush(table.find(tid), pages, reason);
  }

  @Override
  public void flushRange(int tid, long start, long end, int strideShift) {
    flushes.flushRange(table.find(tid).process, start, end, strideShift);
  }

  /** The trace has ended: what began and never returned is counted, processes that ended leave. */
  public void finish() {
    table.each(
        task -> {
          if (task.process.ending) {
            exited(task.tid);
          } else if (task.pending() != null) {
            counts.assumed(Assumption.UNFINISHED);
          }
        });
  }
}
