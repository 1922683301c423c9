package org.svabench.model.reference;

/** Something that operations are tried on. */
interface Subject {
  /** Performs an operation that is legal now: its mm lives, its bind succeeded. */
  Outcome perform(Operation operation);

  /** Steps that could have failed in the last bind. */
  int stepsOfLastBind();
}
