package org.svabench.benchmarks.trace.process;

import org.svabench.benchmarks.trace.mapping.AddressSpace;

/** A process: threads that share an address space. */
final class Process {
  int pid;
  final String name;
  AddressSpace space;
  Descriptors descriptors;
  int threads;

  /** Time of the last flush of everything, or the smallest number. */
  long flushedEverything = Long.MIN_VALUE;

  /** Whether a thread called exit_group. */
  boolean ending;

  Process(int pid, String name, AddressSpace space, Descriptors descriptors) {
    this.pid = pid;
    this.name = name;
    this.space = space;
    this.descriptors = descriptors;
    space.use();
  }
}
