package org.svabench.benchmarks.trace.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.svabench.benchmarks.trace.call.Abi;
import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.call.TraceEvents;
import org.svabench.benchmarks.trace.call.Witness;
import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.Cause;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.mapping.AddressSpace;
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
  private final AddressSpaces spaces = new AddressSpaces();
  private final Invalidations invalidations;
  private final TraceClock clock;
  private final Tasks tasks = new Tasks();
  private final List<Task> cloning = new ArrayList<>();
  private final int[] nextFile = new int[1];
  private Process first;
  private Task unnamed;
  private boolean clonesTraced;
  private long now;

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
    this.invalidations = new Invalidations(spaces, sink, counts);
    this.clock = new TraceClock(counts);
  }

  @Override
  public void line(long nanos, int tid, int pid, byte[] bytes, int from, int to) {
    boolean first = !clock.started();
    now = clock.at(nanos);
    if (first) {
      sink.start(now);
    }
    counts.reached(now);
    Task task = find(tid);
    if (task == null) {
      adopt(tid, pid, bytes, from, to);
    } else {
      task.fresh = false;
    }
  }

  /** A tracer leaves the id away while there is one thread only; such lines carry the id 0. */
  private Task find(int tid) {
    if (tid != 0) {
      return tasks.find(tid);
    }
    if (unnamed == null || tasks.find(unnamed.tid) != unnamed) {
      unnamed = tasks.any();
    }
    return unnamed;
  }

  /** The thread without an id turns out to have one. */
  private boolean named(int tid) {
    Task task = tasks.find(0);
    if (tid == 0 || task == null) {
      return false;
    }
    tasks.remove(task);
    task.process.pid = tid;
    unnamed = join(tid, task.process);
    task.process.threads--;
    if (task.pending() != null) {
      unnamed.begin(task.pending());
      forget(task);
    }
    return true;
  }

  private void adopt(int tid, int pid, byte[] bytes, int from, int to) {
    Task parent = oldestCloning();
    if (parent != null) {
      Call clone = parent.pending();
      parent.earlyChild = child(parent, tid, cloneFlags(clone));
      return;
    }
    if (named(tid)) {
      return;
    }
    Process process = pid == 0 ? null : process(pid);
    if (process == null) {
      String name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      process = pid == 0 ? related(tid, name) : null;
      if (process == null) {
        process = started(pid == 0 ? tid : pid, name, spaces.create(), new Descriptors(nextFile));
      }
    }
    join(tid, process);
  }

  /** A process that a thread of unknown origin is taken to belong to, or null. */
  private Process related(int tid, String name) {
    if (tasks.size() == 0) {
      return null;
    }
    Process parent = named(name);
    if (parent != null && counts.flushEvents() && now - parent.flushedEverything <= FORK_WINDOW) {
      counts.assumed(Assumption.GUESSED_FORK);
      parent.flushedEverything = Long.MIN_VALUE;
      return forked(tid, parent);
    }
    Process process = byName ? parent : first;
    if (process != null) {
      counts.assumed(Assumption.UNKNOWN_THREAD);
    }
    return process;
  }

  private Process named(String name) {
    Process[] found = new Process[1];
    tasks.each(
        task -> {
          if (found[0] == null && task.process.name.equals(name)) {
            found[0] = task.process;
          }
        });
    return found[0];
  }

  private Process process(int pid) {
    Task leader = tasks.find(pid);
    if (leader != null && leader.process.pid == pid) {
      return leader.process;
    }
    Process[] found = new Process[1];
    tasks.each(
        task -> {
          if (task.process.pid == pid) {
            found[0] = task.process;
          }
        });
    return found[0];
  }

  private Process started(int pid, String name, AddressSpace space, Descriptors descriptors) {
    Process process = new Process(pid, name, space, descriptors);
    if (first == null) {
      first = process;
    }
    return process;
  }

  private Process forked(int pid, Process parent) {
    AddressSpace copy = spaces.copy(parent.space);
    announce(parent);
    Process child = started(pid, parent.name, copy, parent.descriptors.copy());
    copy.announce();
    sink.mm(now, copy.number(), parent.space.number(), pid, parent.name);
    return child;
  }

  private Task join(int tid, Process process) {
    Task task = new Task(tid, process);
    tasks.add(task);
    process.threads++;
    if (process.space.announced()) {
      sink.thread(now, process.space.number(), tid);
    }
    return task;
  }

  /** The sink learns of an address space when something happens in it. */
  private void announce(Process process) {
    if (!process.space.announced()) {
      process.space.announce();
      int mm = process.space.number();
      sink.mm(now, mm, -1, process.pid, process.name);
      tasks.each(
          task -> {
            if (task.process.space == process.space) {
              sink.thread(now, mm, task.tid);
            }
          });
    }
  }

  @Override
  public void call(Call call) {
    Task task = find(call.tid);
    if (task.pending() != null) {
      counts.assumed(Assumption.UNFINISHED);
      forget(task);
    }
    apply(task, call, null);
  }

  @Override
  public void begin(Call call) {
    Task task = find(call.tid);
    if (task.pending() != null) {
      counts.assumed(Assumption.UNFINISHED);
      forget(task);
    }
    if (call.syscall == Syscall.EXIT_GROUP) {
      task.process.ending = true;
      return;
    }
    if (call.syscall == Syscall.EXIT) {
      return;
    }
    task.begin(call);
    if (task.isCloning()) {
      cloning.add(task);
    }
  }

  @Override
  public boolean end(Call call) {
    Task task = find(call.tid);
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
    cloning.remove(task);
    apply(task, begun, early);
    task.done();
    return true;
  }

  private void forget(Task task) {
    cloning.remove(task);
    task.done();
  }

  private Task oldestCloning() {
    for (Task task : cloning) {
      if (task.earlyChild == null) {
        return task;
      }
    }
    return null;
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
        cloned(task, call, early);
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
    announce(process);
    int file = 0;
    if (call.fd >= 0 && (call.more & Abi.MAP_ANONYMOUS) == 0) {
      file = process.descriptors.file(call.fd, call.path);
    } else if (call.syscall == Syscall.MMAP && (call.more & Abi.MAP_SHARED) != 0) {
      file = process.descriptors.newFile();
    }
    invalidations.call(now, call, process.space, file);
  }

  private static long cloneFlags(Call call) {
    switch (call.syscall) {
      case VFORK:
        return Abi.CLONE_VM;
      case FORK:
        return 0;
      default:
        return call.flags;
    }
  }

  private void cloned(Task parent, Call call, Task early) {
    long flags = cloneFlags(call);
    clonesTraced = true;
    if (flags < 0) {
      counts.assumed(Assumption.EFFECT_UNKNOWN);
      return;
    }
    if ((flags & Abi.CLONE_VM) == 0) {
      forkInvalidates(parent.process);
    }
    if (!call.succeeded() || call.result <= 0 || call.result > 1 << 22) {
      return;
    }
    int tid = (int) call.result;
    if (early == null) {
      if (tasks.find(tid) == null) {
        child(parent, tid, flags);
      }
    } else if (early.tid != tid) {
      swap(early, tid, parent, flags);
    }
  }

  private void forkInvalidates(Process parent) {
    announce(parent);
    if (!counts.flushEvents()) {
      invalidations.fork(now, parent.space);
    }
  }

  /** Two clones were in flight and their children appeared in the other order. */
  private void swap(Task early, int tid, Task parent, long flags) {
    Task right = tasks.find(tid);
    for (Task other : cloning) {
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

  private Task child(Task parent, int tid, long flags) {
    Process process = parent.process;
    if ((flags & Abi.CLONE_THREAD) == 0) {
      if ((flags & Abi.CLONE_VM) == 0) {
        process = forked(tid, process);
      } else {
        boolean files = (flags & Abi.CLONE_FILES) != 0;
        Descriptors descriptors = files ? process.descriptors : process.descriptors.copy();
        process = started(tid, process.name, process.space, descriptors);
      }
    }
    return join(tid, process);
  }

  private void executed(Task task, String name, Witness witness) {
    if (task.knowsOfExec(witness)) {
      return;
    }
    Process old = task.process;
    List<Task> siblings = new ArrayList<>();
    tasks.each(
        other -> {
          if (other.process == old && other != task) {
            siblings.add(other);
          }
        });
    for (Task sibling : siblings) {
      forget(sibling);
      tasks.remove(sibling);
    }
    boolean unseen = !old.space.announced() && old.space.isPrivate();
    if (!unseen) {
      left(old);
    }
    AddressSpace space = unseen ? old.space : spaces.create();
    Process process = started(old.pid, name, space, old.descriptors);
    if (unseen) {
      space.leave();
    }
    if (first == old) {
      first = process;
    }
    task.process = process;
    process.threads = 1;
    announce(process);
  }

  private void left(Process process) {
    if (process.space.leave()) {
      spaces.remove(process.space);
      if (process.space.announced()) {
        sink.exit(now, process.space.number());
      }
    }
  }

  @Override
  public void superseded(int leader, int by) {
    Task other = tasks.find(by);
    Task task = tasks.find(leader);
    if (other == null || other == task) {
      return;
    }
    if (other.pending() != null) {
      task.begin(other.pending());
    }
    forget(other);
    tasks.remove(other);
    other.process.threads--;
  }

  @Override
  public void created(int parent, int tid, int pid, long flags) {
    Task creator = tasks.find(parent);
    Task old = tasks.find(tid);
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
    if ((known & Abi.CLONE_VM) == 0 && !clonesTraced) {
      forkInvalidates(creator.process);
    }
    child(creator, tid, known).fresh = true;
  }

  /** A tracer describes the threads that were there before it. */
  private void existed(int tid, int pid) {
    Process process = process(pid);
    if (process == null) {
      process = started(pid, "", spaces.create(), new Descriptors(nextFile));
    }
    join(tid, process);
  }

  @Override
  public void executed(int tid, String name, Witness witness) {
    Task task = tasks.find(tid);
    if (task == null) {
      Process process = started(tid, name, spaces.create(), new Descriptors(nextFile));
      join(tid, process).knowsOfExec(witness);
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
    Task task = find(tid);
    if (task == null) {
      return;
    }
    if (task.pending() != null) {
      counts.assumed(Assumption.UNFINISHED);
      forget(task);
    }
    tasks.remove(task);
    if (--task.process.threads == 0) {
      left(task.process);
      if (first == task.process) {
        first = null;
      }
    }
  }

  @Override
  public void flush(int tid, long pages, int reason) {
    Task task = find(tid);
    boolean local = reason == 3;
    boolean answered = local && task.sentFlush;
    if (local || reason == 0) {
      task.sentFlush = false;
    }
    if (answered || !local && reason != 4) {
      counts.otherFlush();
      return;
    }
    task.sentFlush = reason == 4;
    flushed(task.process);
    if (pages < 0) {
      task.process.flushedEverything = now;
      counts.assumed(Assumption.FLUSH_WITHOUT_RANGE);
      everything(task.process);
    } else {
      sink.invalidatePages(now, task.process.space.number(), Math.max(1, pages));
    }
  }

  @Override
  public void flushRange(int tid, long start, long end, int strideShift) {
    Process process = find(tid).process;
    flushed(process);
    sink.invalidate(now, process.space.number(), start, end, strideShift, Cause.FLUSH);
  }

  private void everything(Process process) {
    sink.invalidate(now, process.space.number(), 0, NotificationSink.EVERYTHING, 12, Cause.FLUSH);
  }

  private void flushed(Process process) {
    if (!counts.flushEvents()) {
      counts.takeBack();
      sink.takeBack(now);
    }
    announce(process);
    counts.notified(Cause.FLUSH);
  }

  /** The trace has ended: what began and never returned is counted, processes that ended leave. */
  public void finish() {
    tasks.each(
        task -> {
          if (task.pending() != null) {
            counts.assumed(Assumption.UNFINISHED);
          }
          if (task.process.ending) {
            exited(task.tid);
          }
        });
  }
}
