package org.svabench.benchmarks.simulation;

/** Is told of every notification that has ended. */
@FunctionalInterface
interface Recorder {
  /**
   * One has ended.
   *
   * @param cpu whose
   * @param from when it began
   * @param to now
   * @param held for how long it held the lock of its mm
   */
  void notified(int cpu, long from, long to, long held);
}
