package org.svabench.benchmarks.replay;

import java.util.List;

/** Which address spaces of a trace the devices are bound to. */
public sealed interface MmSelection {
  /** The first of the trace; copies that it forks start unbound. */
  record First() implements MmSelection {}

  /** All, forked ones too. */
  record All() implements MmSelection {}

  /**
   * Those of processes.
   *
   * @param ids of the processes, or of any of their threads
   */
  record Pids(List<Integer> ids) implements MmSelection {}

  /**
   * Those of processes with a name.
   *
   * @param names as the kernel keeps them, at most 15 bytes
   */
  record Names(List<String> names) implements MmSelection {}

  /**
   * Whether a new address space is bound.
   *
   * @param mm its number
   * @param pid its process
   * @param name of its process
   * @return whether it is selected
   */
  default boolean selects(int mm, int pid, String name) {
    if (this instanceof Pids pids) {
      return pids.ids.contains(pid);
    }
    if (this instanceof Names names) {
      return names.names.stream().anyMatch(wanted -> isCut(wanted, name));
    }
    return this instanceof All || mm == 0;
  }

  /**
   * Whether a thread makes its address space a bound one.
   *
   * @param tid the thread
   * @return whether it was asked for by its id
   */
  default boolean selectsThread(int tid) {
    return this instanceof Pids pids && pids.ids.contains(tid);
  }

  private static boolean isCut(String wanted, String name) {
    return wanted.substring(0, Math.min(15, wanted.length())).equals(name);
  }
}
