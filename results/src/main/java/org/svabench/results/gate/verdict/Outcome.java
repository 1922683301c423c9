package org.svabench.results.gate.verdict;

/** What is said about a row. */
public enum Outcome {
  /** No slow-down beyond the tolerance: shown, not merely not disproved. */
  PASS,
  /** Slower: shown, and shown again by fresh pairs. */
  FAIL,
  /** Neither could be shown with the pairs there were. */
  INCONCLUSIVE,
  /** The measurement itself cannot be trusted. */
  INVALID,
  /** The benchmark did not run. */
  BROKEN
}
