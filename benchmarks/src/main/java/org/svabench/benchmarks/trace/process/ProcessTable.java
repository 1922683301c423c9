package org.svabench.benchmarks.trace.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.svabench.benchmarks.trace.mapping.AddressSpace;
import org.svabench.benchmarks.trace.mapping.AddressSpaces;
import org.svabench.benchmarks.trace.notification.NotificationSink;

/**
 * Which thread belongs to which process, and which process runs in which address space. Tells the
 * sink of address spaces and their threads, once something has happened in them.
 */
final class ProcessTable {
  private final NotificationSink sink;
  private final AddressSpaces spaces;
  private final TraceClock clock;
  private final Tasks tasks = new Tasks();
  private final int[] nextFile = new int[1];
  private Process first;
  private Task unnamed;

  ProcessTable(NotificationSink sink, AddressSpaces spaces, TraceClock clock) {
    this.sink = sink;
    this.spaces = spaces;
    this.clock = clock;
  }

  /** A thread, or null. A tracer leaves the id away while there is one thread only; 0 is that. */
  Task find(int tid) {
    if (tid != 0) {
      return tasks.find(tid);
    }
    if (unnamed == null || tasks.find(unnamed.tid) != unnamed) {
      unnamed = tasks.any();
    }
    return unnamed;
  }

  /** A thread by the id that lines give it, or null. */
  Task withId(int tid) {
    return tasks.find(tid);
  }

  /** Whether no thread is known. */
  boolean isEmpty() {
    return tasks.size() == 0;
  }

  /** The process that the trace began with, or what it executed since; null once it has ended. */
  Process first() {
    return first;
  }

  void each(Consumer<Task> action) {
    tasks.each(action);
  }

  /** The thread without an id turns out to have one. Returns its new entry. */
  Task identified(Task task, int tid) {
    tasks.remove(task);
    task.process.pid = tid;
    unnamed = join(tid, task.process);
    task.process.threads--;
    return unnamed;
  }

  /** The first process of a name, or null. */
  Process named(String name) {
    return ofFirst(task -> task.process.name.equals(name));
  }

  /** A process by its id, or null. */
  Process withPid(int pid) {
    Task leader = tasks.find(pid);
    if (leader != null && leader.process.pid == pid) {
      return leader.process;
    }
    return ofFirst(task -> task.process.pid == pid);
  }

  private Process ofFirst(Predicate<Task> wanted) {
    Process[] found = new Process[1];
    tasks.each(
        task -> {
          if (found[0] == null && wanted.test(task)) {
            found[0] = task.process;
          }
        });
    return found[0];
  }

  /** A process of which nothing is known. */
  Process started(int pid, String name) {
    return started(pid, name, spaces.create(), new Descriptors(nextFile));
  }

  /** A process that shares an address space. */
  Process started(int pid, String name, AddressSpace space, Descriptors descriptors) {
    Process process = new Process(pid, name, space, descriptors);
    if (first == null) {
      first = process;
    }
    return process;
  }

  /** A process with a copy of its parent's address space. */
  Process forked(int pid, Process parent) {
    AddressSpace copy = spaces.copy(parent.space);
    announce(parent);
    Process child = started(pid, parent.name, copy, parent.descriptors.copy());
    copy.announce();
    sink.mm(clock.now(), copy.number(), parent.space.number(), pid, parent.name);
    return child;
  }

  /** A new thread of a process. */
  Task join(int tid, Process process) {
    Task task = new Task(tid, process);
    tasks.add(task);
    process.threads++;
    if (process.space.announced()) {
      sink.thread(clock.now(), process.space.number(), tid);
    }
    return task;
  }

  /** The sink learns of an address space when something happens in it. */
  void announce(Process process) {
    if (!process.space.announced()) {
      process.space.announce();
      int mm = process.space.number();
      sink.mm(clock.now(), mm, -1, process.pid, process.name);
      tasks.each(
          task -> {
            if (task.process.space == process.space) {
              sink.thread(clock.now(), mm, task.tid);
            }
          });
    }
  }

  /** The other threads of a thread's process. */
  List<Task> siblings(Task task) {
    List<Task> siblings = new ArrayList<>();
    tasks.each(
        other -> {
          if (other.process == task.process && other != task) {
            siblings.add(other);
          }
        });
    return siblings;
  }

  /** A thread, the last of its process, gets a new address space under another name. */
  void executed(Task task, String name) {
    Process old = task.process;
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

  /** A thread is no more, but its process is. */
  void replaced(Task task) {
    tasks.remove(task);
    task.process.threads--;
  }

  /** A thread ends, and with the last one its process. */
  void exited(Task task) {
    tasks.remove(task);
    if (--task.process.threads == 0) {
      left(task.process);
      if (first == task.process) {
        first = null;
      }
    }
  }

  private void left(Process process) {
    if (process.space.leave()) {
      spaces.remove(process.space);
      if (process.space.announced()) {
        sink.exit(clock.now(), process.space.number());
      }
    }
  }
}
