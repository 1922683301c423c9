package org.svabench.results.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svabench.results.report.Chart.Kind;
import org.svabench.results.report.Chart.Panel;
import org.svabench.results.report.Chart.Point;
import org.svabench.results.report.Chart.Series;
import org.svabench.results.report.Section.Exhibit;

/** Exact counts of one notification, as {@code fanout --format json} printed them. */
final class FanOutDocumentSection {
  private static final List<String> COUNTS = List.of("commands", "waits", "exits", "coveredPages");

  private final SideDocument document;
  private final int number;

  FanOutDocumentSection(SideDocument document, int number) {
    this.document = document;
    this.number = number;
  }

  Section section() {
    return document.read(this::section);
  }

  private Section section(JsonObject json) {
    Map<String, List<JsonObject>> ranges = new LinkedHashMap<>();
    for (JsonElement row : json.getAsJsonArray("rows")) {
      ranges
          .computeIfAbsent(row.getAsJsonObject().get("range").getAsString(), r -> new ArrayList<>())
          .add(row.getAsJsonObject());
    }
    List<Exhibit> exhibits = new ArrayList<>();
    ranges.forEach((range, rows) -> exhibits.add(exhibit(exhibits.size(), range, rows)));
    return exhibits.isEmpty()
        ? null
        : new Section(
            "fanout-" + number,
            "Fan-out of one notification",
            "Counted exactly, with every device of the topology bound.",
            exhibits);
  }

  private Exhibit exhibit(int index, String range, List<JsonObject> rows) {
    Set<String> topologies = new LinkedHashSet<>();
    Set<String> designs = new LinkedHashSet<>();
    DataTable table =
        new DataTable(
            2, List.of("topology", "design", "commands", "waits", "exits", "covered pages"));
    for (JsonObject row : rows) {
      topologies.add(row.get("topology").getAsString());
      designs.add(row.get("design").getAsString());
      List<String> cells =
          new ArrayList<>(
              List.of(row.get("topology").getAsString(), row.get("design").getAsString()));
      COUNTS.forEach(count -> cells.add(row.get(count).getAsString()));
      table.add(cells);
    }
    // On one topology the designs stand beside each other by name; on several each has a colour.
    boolean one = topologies.size() == 1;
    List<String> labels = List.copyOf(one ? designs : topologies);
    List<String> names = one ? List.copyOf(topologies) : List.copyOf(designs);
    List<Panel> panels = new ArrayList<>();
    for (String count : COUNTS) {
      List<Series> series = new ArrayList<>();
      for (String name : names) {
        List<Point> points = new ArrayList<>();
        for (JsonObject row : rows) {
          if (row.get(one ? "topology" : "design").getAsString().equals(name)) {
            points.add(
                Point.of(
                    labels.indexOf(row.get(one ? "design" : "topology").getAsString()),
                    row.get(count).getAsDouble(),
                    row.get(count).getAsString()));
          }
        }
        series.add(new Series(name, names.indexOf(name), 0, name, points));
      }
      panels.add(new Panel(count, count, false, labels, series, List.of()));
    }
    return new Exhibit(
        "fanout-" + number + "-" + index,
        "One notification, range " + range,
        "",
        new Chart(Kind.BARS, one ? "design" : "topology", "show", panels),
        table);
  }
}
