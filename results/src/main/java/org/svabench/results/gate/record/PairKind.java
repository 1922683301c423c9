package org.svabench.results.gate.record;

/** Why a pair was run. */
public enum PairKind {
  /** Short forks for allocation and counters; their times are not compared. */
  EXACT,
  /** Baseline against candidate, towards a planned look. */
  MEASURE,
  /** Baseline against candidate again after a slow-down was seen, in a moved layout. */
  CONFIRM,
  /** The baseline jar in both arms: whatever differs here is the measurement's own fault. */
  CONTROL,
  /** Baseline against candidate on a row that is known not to differ between them. */
  RULER
}
