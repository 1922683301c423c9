package org.svabench.benchmarks.simulation;

/** Is told what a queue's hardware has executed, in that order. */
@FunctionalInterface
interface ExecutionListener {
  /** Nobody listens. */
  ExecutionListener NONE = (queue, cpu, submission) -> {};

  void executed(int queue, int cpu, Submission submission);
}
