package org.svabench.benchmarks.verify;

/** What was done and checked. For one thread, until it is summed up. */
final class Counts {
  long binds;
  long failedBinds;
  long unbinds;
  long exits;
  long forks;
  long notifications;
  long translations;
  long entriesChecked;

  void add(Counts other) {
    binds += other.binds;
    failedBinds += other.failedBinds;
    unbinds += other.unbinds;
    exits += other.exits;
    forks += other.forks;
    notifications += other.notifications;
    translations += other.translations;
    entriesChecked += other.entriesChecked;
  }

  /** Calls into the model that are no notifications. */
  long operations() {
    return binds + failedBinds + unbinds + exits + forks;
  }
}
