package org.svabench.benchmarks.trace.process;

import java.util.function.Consumer;

/**
 * Threads by id. Open addressing over the ids; looking up allocates nothing. Ids are bounded by the
 * kernel's limit, so the table is bounded too.
 */
final class Tasks {
  private Task[] table = new Task[64];
  private int size;
  private Task last;

  int size() {
    return size;
  }

  Task find(int tid) {
    Task task = last;
    if (task != null && task.tid == tid) {
      return task;
    }
    task = table[slot(tid)];
    if (task != null) {
      last = task;
    }
    return task;
  }

  Task any() {
    for (Task task : table) {
      if (task != null) {
        return task;
      }
    }
    return null;
  }

  void add(Task task) {
    if (size >= table.length / 2) {
      grow();
    }
    int slot = slot(task.tid);
    if (table[slot] == null) {
      size++;
    }
    table[slot] = task;
    last = task;
  }

  void remove(Task task) {
    int mask = table.length - 1;
    int hole = slot(task.tid);
    if (table[hole] == null) {
      return;
    }
    table[hole] = null;
    size--;
    last = null;
    int next = hole + 1 & mask;
    while (table[next] != null) {
      Task moved = table[next];
      table[next] = null;
      table[slot(moved.tid)] = moved;
      next = next + 1 & mask;
    }
  }

  void each(Consumer<Task> action) {
    for (Task task : table.clone()) {
      if (task != null) {
        action.accept(task);
      }
    }
  }

  private void grow() {
    Task[] old = table;
    table = new Task[old.length * 2];
    for (Task task : old) {
      if (task != null) {
        table[slot(task.tid)] = task;
      }
    }
  }

  private int slot(int tid) {
    int mask = table.length - 1;
    int slot = tid * 0x9e3779b1 >>> 7 & mask;
    while (table[slot] != null && table[slot].tid != tid) {
      slot = slot + 1 & mask;
    }
    return slot;
  }
}
