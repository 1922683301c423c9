package org.svabench.results.run;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How the rows of a run are held against each other.
 *
 * @param compared the JMH parameter whose values compete, {@code design}
 * @param baseline the value the others are held against
 * @param furtherBaselines values that take its part in places where it is not measured, such as a
 *     topology of another family; the first that is measured there does; null reads as none
 * @param meaning a few words per competing value, in the order of the tables
 * @param place the JMH parameter that gets a table of its own per value, {@code topology}
 * @param empty fully qualified name of the benchmark that does nothing: what it allocates is the
 *     harness' own share of every row
 */
public record ComparisonRecord(
    String compared,
    String baseline,
    List<String> furtherBaselines,
    Map<String, String> meaning,
    String place,
    String empty) {
  /** Takes a run without further baselines as it was written before there were any. */
  public ComparisonRecord {
    furtherBaselines = furtherBaselines == null ? List.of() : List.copyOf(furtherBaselines);
  }

  /**
   * The value that the others are held against in one place.
   *
   * @param measured the values measured there
   * @return the baseline, or the first further one that is measured where the baseline is not
   */
  public String baselineAmong(Collection<String> measured) {
    return measured.contains(baseline)
        ? baseline
        : furtherBaselines.stream().filter(measured::contains).findFirst().orElse(baseline);
  }
}
