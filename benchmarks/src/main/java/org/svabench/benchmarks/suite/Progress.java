package org.svabench.benchmarks.suite;

import java.time.Duration;

/** Told what a run does, to show it. */
public interface Progress {
  /**
   * A fork is about to start.
   *
   * @param row its row
   * @param round from 1
   * @param done forks finished so far, those of an earlier part of the run among them
   * @param total forks of the whole run
   * @param left wall time left, about
   */
  void starting(Row row, int round, int done, int total, Duration left);

  /**
   * A fork gave a result.
   *
   * @param row its row
   * @param score primary score with its unit
   */
  void finished(Row row, String score);

  /**
   * A row failed and is given up.
   *
   * @param row the row
   * @param why one line
   */
  void failed(Row row, String why);

  /** No more forks. */
  void end();
}
