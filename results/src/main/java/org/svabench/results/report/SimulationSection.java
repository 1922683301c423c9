package org.svabench.results.report;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.svabench.results.report.Chart.Kind;
import org.svabench.results.report.Chart.Panel;
import org.svabench.results.report.Chart.Point;
import org.svabench.results.report.Chart.Series;
import org.svabench.results.report.Section.Exhibit;
import org.svabench.results.table.Figures;

/** What {@code simulate --format json} printed: many CPUs, or one slow device. */
final class SimulationSection {
  private static final String CPUS = "cpus";
  private static final List<String> SETTINGS =
      List.of(
          "topology",
          "design",
          "range",
          "cost",
          "ril",
          "mms",
          "depth",
          "poll",
          "wait",
          "queue",
          "full",
          "before",
          "device",
          "lateNanos",
          "share");

  /**
   * A figure of a row.
   *
   * @param field of the JSON
   * @param name in words with its unit
   * @param scale what it is divided by
   * @param logarithmic whether its axis is
   */
  private record Quantity(String field, String name, double scale, boolean logarithmic) {}

  private static final List<Quantity> SWEPT =
      List.of(
          new Quantity("perSecond", "notifications per second", 1, false),
          new Quantity("perSecondAndCpu", "notifications per second and CPU", 1, false),
          new Quantity("p50Nanos", "p50 of a notification, us", 1e3, true),
          new Quantity("p99Nanos", "p99 of a notification, us", 1e3, true),
          new Quantity("maxNanos", "longest notification, us", 1e3, true),
          new Quantity("fullQueues", "submissions that found too few free slots", 1, false));

  private static final List<Quantity> DELAYED =
      List.of(
          new Quantity("longestNanos", "longest notification, ms", 1e6, true),
          new Quantity("longestBeforeNanos", "longest before the slow answer, ms", 1e6, true),
          new Quantity("delayedCpus", "CPUs delayed", 1, false),
          new Quantity("delayedNotifications", "notifications delayed", 1, false));

  private final SideDocument document;
  private final int number;
  private final List<JsonObject> rows = new ArrayList<>();

  SimulationSection(SideDocument document, int number) {
    this.document = document;
    this.number = number;
  }

  Section section() {
    return document.read(
        json -> {
          json.getAsJsonArray("rows").forEach(row -> rows.add(row.getAsJsonObject()));
          boolean slow = rows.get(0).has("lateNanos");
          return new Section(
              "simulation-" + number,
              slow ? "Simulated: one slow device" : "Simulated: many CPUs",
              "Simulated by discrete events over locks, queues and prices, seed "
                  + rows.get(0).get("seed").getAsString()
                  + "; not measured. The same in all rows: "
                  + same()
                  + ".",
              List.of(slow ? exhibit("Whom it delays", DELAYED) : exhibit("Over CPUs", SWEPT)));
        });
  }

  private static String text(JsonObject row, String field) {
    return field.equals("lateNanos")
        ? Figures.of(row.get(field).getAsDouble() / 1e6) + " ms late"
        : row.get(field).getAsString();
  }

  private List<String> varying() {
    return SETTINGS.stream()
        .filter(rows.get(0)::has)
        .filter(field -> rows.stream().map(row -> text(row, field)).distinct().count() > 1)
        .toList();
  }

  private String same() {
    List<String> varying = varying();
    return SETTINGS.stream()
        .filter(field -> rows.get(0).has(field) && !varying.contains(field))
        .map(field -> field + " " + text(rows.get(0), field))
        .collect(Collectors.joining(", "));
  }

  private Exhibit exhibit(String title, List<Quantity> quantities) {
    List<String> varying = varying();
    Set<Integer> cpus = new TreeSet<>();
    rows.forEach(row -> cpus.add(row.get(CPUS).getAsInt()));
    boolean lines = cpus.size() > 1;
    List<Panel> panels = new ArrayList<>();
    for (Quantity quantity : quantities) {
      panels.add(lines ? overCpus(quantity, varying, cpus) : bars(quantity, varying));
    }
    return new Exhibit(
        "simulation-" + number + "-chart",
        title,
        "",
        new Chart(lines ? Kind.LINES : Kind.BARS, "CPUs", "show", panels),
        table(varying, quantities));
  }

  private static String name(JsonObject row, List<String> varying) {
    return varying.isEmpty()
        ? row.get("design").getAsString()
        : varying.stream()
            .map(
                field ->
                    field.equals("design") || field.equals("lateNanos") || field.equals("share")
                        ? text(row, field)
                        : field + " " + text(row, field))
            .collect(Collectors.joining(", "));
  }

  private Panel overCpus(Quantity quantity, List<String> varying, Set<Integer> cpus) {
    Map<String, List<Point>> series = new LinkedHashMap<>();
    for (int count : cpus) {
      for (JsonObject row : rows) {
        if (row.get(CPUS).getAsInt() == count) {
          series
              .computeIfAbsent(name(row, varying), n -> new ArrayList<>())
              .add(point(count, row, quantity));
        }
      }
    }
    List<Series> drawn = new ArrayList<>();
    series.forEach((name, points) -> drawn.add(new Series(name, drawn.size(), 0, "", points)));
    return new Panel(
        quantity.name(), quantity.name(), quantity.logarithmic(), List.of(), drawn, List.of());
  }

  private Panel bars(Quantity quantity, List<String> varying) {
    List<String> labels =
        List.copyOf(
            rows.stream()
                .map(row -> name(row, varying))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    List<Point> points = new ArrayList<>();
    rows.forEach(row -> points.add(point(labels.indexOf(name(row, varying)), row, quantity)));
    return new Panel(
        quantity.name(),
        quantity.name(),
        false,
        labels,
        List.of(new Series(quantity.name(), 0, 0, "", points)),
        List.of());
  }

  private static Point point(double x, JsonObject row, Quantity quantity) {
    double value = row.get(quantity.field()).getAsDouble() / quantity.scale();
    // A logarithmic axis has no 0.
    return Point.of(
        x, quantity.logarithmic() && value <= 0 ? Double.NaN : value, Figures.of(value));
  }

  private DataTable table(List<String> varying, List<Quantity> quantities) {
    List<String> header = new ArrayList<>(varying);
    header.add("CPUs");
    quantities.forEach(quantity -> header.add(quantity.name()));
    DataTable table = new DataTable(varying.size(), header);
    for (JsonObject row : rows) {
      List<String> cells = new ArrayList<>();
      varying.forEach(field -> cells.add(text(row, field)));
      cells.add(row.get(CPUS).getAsString());
      for (Quantity quantity : quantities) {
        cells.add(Figures.of(row.get(quantity.field()).getAsDouble() / quantity.scale()));
      }
      table.add(cells);
    }
    return table;
  }
}
