package org.svabench.results.gate.record;

/** Why a pair was run. */
public enum PairKind {
  /** Baseline against candidate, towards a planned look. */
  MEASURE,
  /** Baseline against candidate again after a slow-down was seen, in a moved layout. */
  CONFIRM,
  /** The baseline jar in both arms: whatever differs here is the measurement's own fault. */
  CONTROL
}
