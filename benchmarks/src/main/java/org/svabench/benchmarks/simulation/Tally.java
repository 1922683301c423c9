package org.svabench.benchmarks.simulation;

/** What a run counts. */
final class Tally {
  long submissions;
  long exits;

  /** Submissions that found too few slots free at first. */
  long fullQueues;
}
