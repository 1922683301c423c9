package org.svabench.benchmarks.suite;

import java.io.Serializable;
import org.openjdk.jmh.results.BenchmarkResult;

/**
 * A fork with all its samples, as it is kept for {@code --resume}.
 *
 * @param row file name of the row it belongs to
 * @param round from 1
 * @param position from 1, in the order of the run
 * @param startedAt UTC, ISO 8601
 * @param seconds wall time
 * @param load one-minute load average before it, -1 unknown
 * @param stealTicks kernel ticks the hypervisor took during it, -1 unknown
 * @param result what JMH made of it
 */
record FinishedFork(
    String row,
    int round,
    int position,
    String startedAt,
    double seconds,
    double load,
    long stealTicks,
    BenchmarkResult result)
    implements Serializable {
  /** The same fork at another place of a run. */
  FinishedFork at(int newRound, int newPosition) {
    return new FinishedFork(
        row, newRound, newPosition, startedAt, seconds, load, stealTicks, result);
  }
}
