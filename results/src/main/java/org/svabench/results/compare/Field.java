package org.svabench.results.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.ComparisonRecord;

/**
 * The competing rows of a run (an index under test competes by itself, elsewhere), put in order:
 * events (a benchmark with its other parameters), places (a topology) and competitors (a design).
 */
public final class Field {
  /**
   * A benchmark with what is left of its parameters.
   *
   * @param key without place and competitor
   * @param rows by place, then by competitor
   */
  public record Event(ResultKey key, Map<String, Map<String, JmhResult>> rows) {
    /**
     * Where it was run.
     *
     * @return in the order of the results
     */
    public List<String> places() {
      return List.copyOf(rows.keySet());
    }

    /**
     * One row.
     *
     * @param place where
     * @param competitor who
     * @return null where there is none
     */
    public JmhResult row(String place, String competitor) {
      return rows.getOrDefault(place, Map.of()).get(competitor);
    }

    /**
     * Every row.
     *
     * @return of all places
     */
    public List<JmhResult> all() {
      return rows.values().stream().flatMap(m -> m.values().stream()).toList();
    }
  }

  private final ComparisonRecord comparison;
  private final List<Event> events = new ArrayList<>();
  private final List<String> competitors;
  private final List<JmhResult> others = new ArrayList<>();

  /**
   * Puts results in order.
   *
   * @param results of a run
   * @param comparison what competes with what, null where nothing does
   */
  public Field(List<JmhResult> results, ComparisonRecord comparison) {
    this.comparison = comparison;
    Map<ResultKey, Map<String, Map<String, JmhResult>>> found = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    for (JmhResult result : results) {
      String competitor = comparison == null ? null : result.params().get(comparison.compared());
      String place = comparison == null ? null : result.params().get(comparison.place());
      if (competitor == null || place == null || result.params().containsKey("index")) {
        if (comparison == null || !result.key().benchmark().equals(comparison.empty())) {
          others.add(result);
        }
        continue;
      }
      seen.add(competitor);
      found
          .computeIfAbsent(
              result.key().without(comparison.compared(), comparison.place()),
              k -> new LinkedHashMap<>())
          .computeIfAbsent(place, p -> new LinkedHashMap<>())
          .put(competitor, result);
    }
    found.forEach((key, rows) -> events.add(new Event(key, rows)));
    competitors = ordered(seen, comparison);
  }

  /** As the run's record names them, the others behind. */
  private static List<String> ordered(Set<String> seen, ComparisonRecord comparison) {
    Set<String> order = new LinkedHashSet<>();
    if (comparison != null) {
      order.addAll(comparison.meaning().keySet());
    }
    order.retainAll(seen);
    order.addAll(seen);
    return List.copyOf(order);
  }

  /**
   * What competes with what.
   *
   * @return null where nothing does
   */
  public ComparisonRecord comparison() {
    return comparison;
  }

  /**
   * Benchmarks in which there is competition.
   *
   * @return in the order of the results
   */
  public List<Event> events() {
    return events;
  }

  /**
   * Rows that compete with nothing.
   *
   * @return without the empty benchmark
   */
  public List<JmhResult> others() {
    return others;
  }

  /**
   * Who competes.
   *
   * @return in the order of the run's record
   */
  public List<String> competitors() {
    return competitors;
  }

  /**
   * Place of a competitor in their order.
   *
   * @param competitor any
   * @return from 0, also for an unknown one
   */
  public int rank(String competitor) {
    return Math.max(0, competitors.indexOf(competitor));
  }

  /**
   * Whom the others are held against in one place.
   *
   * @param event the benchmark
   * @param place where
   * @return the baseline, or the one that takes its part there
   */
  public String baseline(Event event, String place) {
    return comparison.baselineAmong(event.rows().getOrDefault(place, Map.of()).keySet());
  }

  /**
   * Whom the others are held against where it is measured.
   *
   * @return a competitor
   */
  public String baseline() {
    return comparison.baseline();
  }

  /**
   * A competitor with its meaning in brackets.
   *
   * @param competitor one of them
   * @return such as {@code vtd-6.8 (sharing alone)}
   */
  public String described(String competitor) {
    String meaning = comparison.meaning().getOrDefault(competitor, "");
    return meaning.isEmpty() ? competitor : competitor + " (" + meaning + ")";
  }

  /**
   * Class and method with what is left of the parameters.
   *
   * @param key of an event or a row
   * @return in words
   */
  public static String title(ResultKey key) {
    StringBuilder title = new StringBuilder(key.shortName());
    key.params()
        .forEach((name, value) -> title.append(", ").append(name).append(' ').append(value));
    return key.threads() == 1 ? title.toString() : title + ", " + key.threads() + " threads";
  }
}
