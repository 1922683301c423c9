package org.svabench.results.gate;

import java.time.Duration;
import org.svabench.results.gate.record.PairKind;
import org.svabench.results.gate.verdict.RowVerdict;
import org.svabench.results.jmh.ResultKey;

/** Told what a gate does, to show it; does nothing unless it is told how. */
public interface GateProgress {
  /**
   * A new part begins.
   *
   * @param what one line
   */
  default void phase(String what) {}

  /**
   * A pair is about to start.
   *
   * @param row which
   * @param kind why
   * @param done pairs of this row so far
   * @param open rows without a verdict
   * @param rows all rows
   * @param left wall time left, about
   */
  default void starting(
      ResultKey row, PairKind kind, int done, int open, int rows, Duration left) {}

  /**
   * A row is decided.
   *
   * @param verdict before it is held against the other rows
   */
  default void closed(RowVerdict verdict) {}

  /** Nothing more comes. */
  default void end() {}
}
