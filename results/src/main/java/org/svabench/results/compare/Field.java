package org.svabench.results.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.ComparisonRecord;
import org.svabench.results.run.RunRecord;

/**
 * The competing rows of a run, put in order: events (a benchmark with its other parameters), places
 * (a topology) and competitors (a design).
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

  private final List<JmhResult> results;
  private final ComparisonRecord comparison;
  private final List<Event> events = new ArrayList<>();
  private final List<String> competitors;
  private final List<JmhResult> others = new ArrayList<>();

  /** By benchmark, then by parameter. */
  private final Map<String, Map<String, Set<String>>> values = new HashMap<>();

  /**
   * Puts results in order.
   *
   * @param results of a run
   * @param comparison what competes with what, null where nothing does
   */
  public Field(List<JmhResult> results, ComparisonRecord comparison) {
    this.results = List.copyOf(results);
    this.comparison = comparison;
    Map<ResultKey, Map<String, Map<String, JmhResult>>> found = new LinkedHashMap<>();
    Set<String> seen = new LinkedHashSet<>();
    for (JmhResult result : results) {
      Map<String, Set<String>> mine =
          values.computeIfAbsent(result.key().benchmark(), b -> new HashMap<>());
      result.params().forEach((p, v) -> mine.computeIfAbsent(p, x -> new HashSet<>()).add(v));
      String competitor = comparison == null ? null : result.params().get(comparison.compared());
      String place = comparison == null ? null : result.params().get(comparison.place());
      if (competitor == null || place == null) {
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
   * Every row, of the empty benchmark too.
   *
   * @return in the order given
   */
  public List<JmhResult> results() {
    return results;
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
   * The first benchmark that counts commands: what the answer is about.
   *
   * @return empty where no benchmark counts
   */
  public Optional<Event> counting() {
    return events.stream()
        .filter(
            event ->
                event.all().stream().anyMatch(row -> Counter.COMMANDS.exact(row.secondary()) > 0))
        .findFirst();
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
   * Events by benchmark: those of a list differ in other parameters, such as a rate.
   *
   * @return in the order of the results, no list empty
   */
  public List<List<Event>> families() {
    Map<ResultKey, List<Event>> families = new LinkedHashMap<>();
    for (Event event : events) {
      ResultKey key = event.key();
      families
          .computeIfAbsent(
              new ResultKey(key.benchmark(), key.mode(), key.threads(), Map.of()),
              k -> new ArrayList<>())
          .add(event);
    }
    return List.copyOf(families.values());
  }

  /**
   * What tells an event from the others of its benchmark.
   *
   * @param event one of them
   * @return such as {@code cost none, rate 25%}; empty where it is the only one
   */
  public String variant(Event event) {
    return variant(event.key());
  }

  /**
   * What tells results of a benchmark apart, but for place and competitor.
   *
   * @param key of one of them
   * @return such as {@code cost none, rate 25%}; empty where nothing does
   */
  public String variant(ResultKey key) {
    return key.params().entrySet().stream()
        .filter(param -> comparison == null || !param.getKey().equals(comparison.compared()))
        .filter(param -> comparison == null || !param.getKey().equals(comparison.place()))
        .filter(
            param ->
                values
                        .getOrDefault(key.benchmark(), Map.of())
                        .getOrDefault(param.getKey(), Set.of())
                        .size()
                    > 1)
        .map(param -> param.getKey() + " " + param.getValue())
        .collect(Collectors.joining(", "));
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
   * Where there is competition.
   *
   * @return in the order of the results
   */
  public List<String> places() {
    return events.stream().flatMap(event -> event.places().stream()).distinct().toList();
  }

  /**
   * Who competes in one place.
   *
   * @param event the benchmark
   * @param place where
   * @return each with what it is held against, in their order; empty where it was not run there
   */
  public List<Competitor> at(Event event, String place) {
    Map<String, JmhResult> rows = event.rows().getOrDefault(place, Map.of());
    JmhResult baseline = rows.get(baseline(event, place));
    return competitors.stream()
        .filter(rows::containsKey)
        .map(competitor -> new Competitor(competitor, rows.get(competitor), baseline))
        .toList();
  }

  /**
   * Every reason not to trust a row, by itself or against what it is held against.
   *
   * @param run what is known beside the results, null where nothing is
   * @return the doubts
   */
  public Doubts doubts(RunRecord run) {
    Doubts doubts = Doubts.of(results, run);
    for (Event event : events) {
      for (String place : event.places()) {
        at(event, place).stream()
            .filter(Competitor::hasBaseline)
            .forEach(c -> doubts.compare(c.row(), c.baseline(), run, c.scoreRatio()));
      }
    }
    return doubts;
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

  /**
   * Class and method without parameters.
   *
   * @param key of an event or a row
   * @return in words
   */
  public static String family(ResultKey key) {
    return key.shortName() + (key.threads() == 1 ? "" : ", " + key.threads() + " threads");
  }

  /**
   * The row's benchmark with the parameters that tell it from others of the same benchmark.
   *
   * @param row one of the results, in which something competes
   * @return such as {@code Inv.onePage, cost none}
   */
  public String name(JmhResult row) {
    String variant = variant(row.key());
    return variant.isEmpty() ? row.key().shortName() : row.key().shortName() + ", " + variant;
  }
}
