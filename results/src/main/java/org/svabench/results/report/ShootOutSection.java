package org.svabench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.report.Chart.Kind;
import org.svabench.results.report.Chart.Panel;
import org.svabench.results.report.Chart.Point;
import org.svabench.results.report.Chart.Series;
import org.svabench.results.report.Section.Exhibit;
import org.svabench.results.table.Figures;

/**
 * Rows that are not part of the run's comparison: of other parameters, or of anybody's benchmarks.
 * Benchmarks of one class and one unit share a chart; where one parameter has several values, each
 * is a series.
 */
final class ShootOutSection {
  private static final String INDEX = "index";
  private static final int MOST_SERIES = 12;

  /** A chart of more bars is shown method by method. */
  private static final int MOST_BARS = 60;

  /** What may share a chart. */
  private record Group(String type, String mode, int threads, String unit) {}

  private ShootOutSection() {}

  /** Rows with a parameter {@code index}. */
  static Section indexes(List<JmhResult> results, Doubts doubts) {
    return section(
        "index",
        "Index shoot-out",
        "The structures that say who must be told, on the same work.",
        results.stream().filter(row -> row.params().containsKey(INDEX)).toList(),
        doubts);
  }

  /** All other rows. */
  static Section others(List<JmhResult> results, Doubts doubts, boolean alone) {
    return section(
        "results",
        alone ? "Results" : "Other results",
        "JMH's score with its 99.9 % interval.",
        results.stream().filter(row -> !row.params().containsKey(INDEX)).toList(),
        doubts);
  }

  private static Section section(
      String id, String title, String intro, List<JmhResult> rows, Doubts doubts) {
    Map<Group, List<JmhResult>> groups = new LinkedHashMap<>();
    for (JmhResult row : rows) {
      groups.computeIfAbsent(group(row), g -> new ArrayList<>()).add(row);
    }
    List<Exhibit> exhibits = new ArrayList<>();
    groups.forEach(
        (group, members) ->
            exhibits.add(exhibit(id + "-" + exhibits.size(), group, members, doubts)));
    return exhibits.isEmpty() ? null : new Section(id, title, intro, exhibits);
  }

  private static Group group(JmhResult row) {
    ResultKey key = row.key();
    int method = key.benchmark().lastIndexOf('.');
    return new Group(
        method < 0 ? "" : key.benchmark().substring(0, method),
        key.mode(),
        key.threads(),
        row.primary().unit());
  }

  private static Exhibit exhibit(String id, Group group, List<JmhResult> rows, Doubts doubts) {
    String compared = compared(rows);
    Set<String> same = same(rows);
    Map<String, List<JmhResult>> facets = new LinkedHashMap<>();
    for (JmhResult row : rows) {
      String facet = rows.size() > MOST_BARS ? method(row) : "";
      facets.computeIfAbsent(facet, f -> new ArrayList<>()).add(row);
    }
    List<Panel> panels = new ArrayList<>();
    facets.forEach((facet, some) -> panels.add(panel(facet, group, some, compared, same, doubts)));
    String type = group.type().substring(group.type().lastIndexOf('.') + 1);
    return new Exhibit(
        id,
        (type.isEmpty() ? "Benchmarks" : type)
            + ", "
            + group.mode()
            + (group.threads() == 1 ? "" : ", " + group.threads() + " threads"),
        note(rows, same),
        new Chart(Kind.BARS, "benchmark", "", panels),
        table(rows, doubts));
  }

  /** Parameters that have one value in all rows. */
  private static Set<String> same(List<JmhResult> rows) {
    Map<String, Set<String>> values = values(rows);
    Set<String> same = new LinkedHashSet<>(values.keySet());
    same.removeIf(
        name ->
            rows.size() == 1
                || values.get(name).size() > 1
                || rows.stream().anyMatch(row -> !row.params().containsKey(name)));
    return same;
  }

  private static String note(List<JmhResult> rows, Set<String> same) {
    return same.stream()
        .map(name -> name + " " + rows.get(0).params().get(name))
        .collect(Collectors.joining(", "));
  }

  private static Panel panel(
      String facet,
      Group group,
      List<JmhResult> rows,
      String compared,
      Set<String> same,
      Doubts doubts) {
    Set<String> unsaid = new LinkedHashSet<>(same);
    unsaid.add(compared);
    List<String> labels = rows.stream().map(row -> label(row, unsaid)).distinct().toList();
    Map<String, List<Point>> series = new LinkedHashMap<>();
    for (JmhResult row : rows) {
      series
          .computeIfAbsent(
              compared == null ? "score" : row.params().getOrDefault(compared, "-"),
              s -> new ArrayList<>())
          .add(ScoreSection.point(labels.indexOf(label(row, unsaid)), row, doubts));
    }
    List<Series> drawn = new ArrayList<>();
    series.forEach(
        (name, points) ->
            drawn.add(
                new Series(
                    compared == null ? name : compared + " " + name,
                    drawn.size(),
                    0,
                    name,
                    points)));
    return new Panel(facet, "", group.unit(), false, labels, drawn, List.of());
  }

  /**
   * The parameter whose values become series: {@code index} where there is one, else the one with
   * the fewest values, of those with several.
   */
  private static String compared(List<JmhResult> rows) {
    Map<String, Set<String>> values = values(rows);
    return Stream.concat(
            values.keySet().stream().filter(INDEX::equals),
            values.entrySet().stream()
                .filter(e -> e.getValue().size() > 1 && e.getValue().size() <= MOST_SERIES)
                .sorted(java.util.Comparator.comparingInt(e -> e.getValue().size()))
                .map(Map.Entry::getKey))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, Set<String>> values(List<JmhResult> rows) {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (JmhResult row : rows) {
      row.params()
          .forEach((name, v) -> values.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(v));
    }
    return values;
  }

  private static String method(JmhResult row) {
    String benchmark = row.key().benchmark();
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  private static String label(JmhResult row, Set<String> unsaid) {
    StringBuilder label = new StringBuilder(method(row));
    row.params()
        .forEach(
            (name, value) -> {
              if (!unsaid.contains(name)) {
                label.append(' ').append(name).append('=').append(value);
              }
            });
    return label.toString();
  }

  private static DataTable table(List<JmhResult> rows, Doubts doubts) {
    DataTable table =
        new DataTable(1, List.of("benchmark", "score", "\u00b1 99.9 %", "unit", "samples"));
    for (JmhResult row : rows) {
      table.add(
          List.of(
              row.key().toString(),
              doubts.marked(row.key(), Figures.of(row.primary().score())),
              Figures.of(row.primary().error()),
              row.primary().unit(),
              "" + row.primary().count()));
      table.warn(doubts.sentence(row.key()));
    }
    return table;
  }
}
