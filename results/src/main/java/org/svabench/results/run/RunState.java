package org.svabench.results.run;

/** How far a run is. */
public enum RunState {
  /** Under way, or killed before it could say so. */
  RUNNING,
  /** Every row has all its forks. */
  FINISHED,
  /** At least one row failed; the others are complete. */
  FAILED,
  /** A signal or an error of the machine ended it; what was finished is kept. */
  INTERRUPTED
}
