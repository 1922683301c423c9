package org.svabench.results.gate.record;

/** The two sides of a gate. */
public enum Arm {
  /** What the candidate is held against. */
  BASELINE("baseline"),
  /** What is to be let in or not. */
  CANDIDATE("candidate");

  private final String word;

  Arm(String word) {
    this.word = word;
  }

  /**
   * For messages.
   *
   * @return {@code baseline} or {@code candidate}
   */
  public String word() {
    return word;
  }

  /**
   * The side opposite.
   *
   * @return never this one
   */
  public Arm other() {
    return this == BASELINE ? CANDIDATE : BASELINE;
  }
}
