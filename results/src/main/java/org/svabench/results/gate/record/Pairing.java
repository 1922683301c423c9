package org.svabench.results.gate.record;

/** How the two forks of a pair meet. */
public enum Pairing {
  /** Both alive, one iteration at a time in turns. */
  TURNSTILE,
  /** One after the other. */
  ADJACENT
}
