package org.svabench.benchmarks.validation;

/**
 * One published figure.
 *
 * @param label what was measured
 * @param role whether the model is fitted on it
 * @param quantity what the figure is
 * @param threads CPUs or threads
 * @param pages pages of one operation; 0 for one
 * @param unbound the same without an SVA device, where that was published: an input
 * @param flushes notifications of the whole measurement, where known: an input
 * @param published the figure
 */
public record PublishedPoint(
    String label,
    Role role,
    Quantity quantity,
    int threads,
    int pages,
    double unbound,
    int flushes,
    double published) {
  /** What a point is for. */
  public enum Role {
    /** Parameters are chosen so that this point is met. */
    FITTED,
    /** The model has not seen this point. */
    PREDICTED
  }

  /** What a figure is. */
  public enum Quantity {
    /** Microseconds for each operation, as one thread sees it. */
    US_PER_OPERATION("us per operation"),
    /** Milliseconds until all threads together have gone through 1 GiB. */
    MS_PER_GIB("ms per GiB"),
    /** Compare-and-exchanges until one succeeds. */
    TRIES("tries");

    private final String label;

    Quantity(String label) {
      this.label = label;
    }

    /**
     * How it is shown.
     *
     * @return a few words
     */
    public String label() {
      return label;
    }
  }
}
