package org.svabench.benchmarks.trace.call;

/** What in a trace says that a thread executed another program; one exec may have several. */
public enum Witness {
  /** The system call's own line. */
  CALL,
  /** The event {@code sched:sched_process_exec}. */
  EVENT,
  /** A record of perf, {@code PERF_RECORD_COMM exec}. */
  RECORD
}
