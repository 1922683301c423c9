package org.svabench.results.run;

import com.google.gson.annotations.SerializedName;

/** How much a thing spoils measurements. */
public enum Verdict {
  /** Not at all. */
  @SerializedName("good")
  GOOD,
  /** Results are usable by who knows of it. */
  @SerializedName("mind")
  MIND,
  /** Results are worse for it. */
  @SerializedName("bad")
  BAD,
  /** The platform does not tell. */
  @SerializedName("unknown")
  UNKNOWN;

  /**
   * As users see it.
   *
   * @return lower case
   */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
