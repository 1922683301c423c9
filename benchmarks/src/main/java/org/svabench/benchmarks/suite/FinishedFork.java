package org.svabench.benchmarks.suite;

import java.io.Serializable;
import org.openjdk.jmh.results.BenchmarkResult;
import org.svabench.results.run.ForkRecord;

/**
 * A fork with all its samples, as it is kept for {@code --resume}.
 *
 * @param row file name of the row it belongs to
 * @param record when it ran and what the machine did meanwhile
 * @param result what JMH made of it
 */
record FinishedFork(String row, ForkRecord record, BenchmarkResult result) implements Serializable {
  /** Round from 1. */
  int round() {
    return record.round();
  }

  /** Position from 1, in the order of the run. */
  int position() {
    return record.position();
  }

  /** The same fork at another place of a run. */
  FinishedFork at(int newRound, int newPosition) {
    return new FinishedFork(row, record.at(newRound, newPosition), result);
  }
}
