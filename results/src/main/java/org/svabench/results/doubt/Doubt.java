package org.svabench.results.doubt;

/**
 * A reason not to trust a score.
 *
 * @param kind which
 * @param extent how much of it, a figure with its unit; empty where the kind says all
 * @param sentence what was seen, without a full stop, plain ASCII
 */
public record Doubt(Kind kind, String extent, String sentence) {

  /** What can be wrong with a score. */
  public enum Kind {
    /** The hypervisor ran others on these CPUs. */
    STOLEN_TIME("stolen time"),
    /** Other processes ran on these CPUs. */
    OTHER_LOAD("other load"),
    /** The machine was slower or faster than in the rest of the run. */
    DRIFT("drift"),
    /** The CPU was slowed down for heat. */
    HEAT("heat"),
    /** Forks of one row disagree: compilations that turn out one way or the other. */
    FORKS_DIFFER("forks differ"),
    /** Iterations were still getting faster. */
    WARMING_UP("still warming up"),
    /** The interval is wider than the effect. */
    TOO_WIDE("interval too wide"),
    /** An open loop fell behind its rate. */
    RATE_MISSED("rate missed"),
    /** JMH kept results alive in another way on the other side. */
    BLACKHOLES("blackholes mixed");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /**
     * The kind in two or three words.
     *
     * @return for a count of them
     */
    public String word() {
      return word;
    }
  }

  /**
   * The doubt in a few words, for a table in a mail.
   *
   * @return such as {@code forks differ by 47 %}
   */
  public String brief() {
    return extent.isEmpty() ? kind.word() : kind.word() + " " + extent;
  }
}
