package org.svabench.results.report;

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
final class Field {
  /**
   * A benchmark with what is left of its parameters.
   *
   * @param key without place and competitor
   * @param rows by place, then by competitor
   */
  record Event(ResultKey key, Map<String, Map<String, JmhResult>> rows) {
    List<String> places() {
      return List.copyOf(rows.keySet());
    }

    JmhResult row(String place, String competitor) {
      return rows.getOrDefault(place, Map.of()).get(competitor);
    }

    List<JmhResult> all() {
      return rows.values().stream().flatMap(m -> m.values().stream()).toList();
    }
  }

  private final ComparisonRecord comparison;
  private final List<Event> events = new ArrayList<>();
  private final List<String> competitors;
  private final List<JmhResult> others = new ArrayList<>();

  Field(List<JmhResult> results, ComparisonRecord comparison) {
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

  ComparisonRecord comparison() {
    return comparison;
  }

  List<Event> events() {
    return events;
  }

  /** Rows that compete with nothing. */
  List<JmhResult> others() {
    return others;
  }

  List<String> competitors() {
    return competitors;
  }

  int colour(String competitor) {
    return Math.max(0, competitors.indexOf(competitor));
  }

  String baseline() {
    return comparison.baseline();
  }

  /** A competitor with its meaning in brackets. */
  String described(String competitor) {
    String meaning = comparison.meaning().getOrDefault(competitor, "");
    return meaning.isEmpty() ? competitor : competitor + " (" + meaning + ")";
  }

  /** Class and method with what is left of the parameters. */
  static String title(ResultKey key) {
    StringBuilder title = new StringBuilder(key.shortName());
    key.params()
        .forEach((name, value) -> title.append(", ").append(name).append(' ').append(value));
    return key.threads() == 1 ? title.toString() : title + ", " + key.threads() + " threads";
  }
}
