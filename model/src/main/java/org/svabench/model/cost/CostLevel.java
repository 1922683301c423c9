package org.svabench.model.cost;

/** Which of the three figures of a preset's rows is meant. */
public enum CostLevel {
  /** The least that was seen. */
  MIN,
  /** The typical figure. */
  TYP,
  /** The most that was seen. */
  MAX
}
