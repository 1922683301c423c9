package org.svabench.results.gate.fork;

import org.svabench.results.gate.record.Arm;

/** A fork that ended, or had to be ended, before it was done. */
public final class ForkCrash extends Exception {
  private static final long serialVersionUID = 1L;

  private final Arm arm;

  /**
   * A crash of one side.
   *
   * @param arm whose fork
   * @param message one line: what happened and which log tells more
   */
  public ForkCrash(Arm arm, String message) {
    super(message);
    this.arm = arm;
  }

  /**
   * Whose fork it was.
   *
   * @return the side
   */
  public Arm arm() {
    return arm;
  }
}
