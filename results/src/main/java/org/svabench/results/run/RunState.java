package org.svabench.results.run;

import com.google.gson.annotations.SerializedName;

/** How far a run is. */
public enum RunState {
  /** Under way, or killed before it could say so. */
  @SerializedName("running")
  RUNNING,
  /** Every row has all its forks. */
  @SerializedName("finished")
  FINISHED,
  /** At least one row failed; the others are complete. */
  @SerializedName("failed")
  FAILED,
  /** A signal or an error of the machine ended it; what was finished is kept. */
  @SerializedName("interrupted")
  INTERRUPTED
}
