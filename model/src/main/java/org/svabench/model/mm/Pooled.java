package org.svabench.model.mm;

/** An object that goes back to a pool of its mm when it is no longer used. */
public abstract class Pooled {
  Pooled nextPooled;
  long stamp;

  /** For subclasses. */
  protected Pooled() {}
}
