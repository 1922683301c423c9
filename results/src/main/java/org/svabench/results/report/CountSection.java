package org.svabench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.svabench.results.compare.Competitor;
import org.svabench.results.compare.Counter;
import org.svabench.results.compare.Field;
import org.svabench.results.compare.Field.Event;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.report.Chart.Kind;
import org.svabench.results.report.Chart.Panel;
import org.svabench.results.report.Chart.Point;
import org.svabench.results.report.Chart.Series;
import org.svabench.results.report.Section.Exhibit;

/** What a benchmark sends per operation, exact to the last command. */
final class CountSection {
  private final Field field;

  CountSection(Field field) {
    this.field = field;
  }

  /** The first benchmark that counts commands at all: the chart at the top. */
  Exhibit headline() {
    return field
        .counting()
        .map(first -> exhibit("answer-chart", Field.title(first.key()), List.of(first)))
        .orElse(null);
  }

  /** The other benchmarks that count; null where there are none. */
  Section section() {
    List<Exhibit> exhibits = new ArrayList<>();
    Event first = field.counting().orElse(null);
    for (List<Event> family : field.families()) {
      List<Event> counting =
          family.stream()
              .filter(e -> e != first)
              .filter(e -> Stream.of(Counter.values()).anyMatch(c -> largest(e, c) > 0))
              .toList();
      if (!counting.isEmpty()) {
        exhibits.add(
            exhibit("counts-" + exhibits.size(), Field.family(counting.get(0).key()), counting));
      }
    }
    return exhibits.isEmpty()
        ? null
        : new Section(
            "counts",
            "Exact counts",
            "Commands, waits, VM exits and covered pages per operation. They are counted, not"
                + " measured: the same in every iteration of every fork.",
            exhibits);
  }

  private Exhibit exhibit(String id, String title, List<Event> events) {
    List<Panel> panels = new ArrayList<>();
    for (Event event : events) {
      panels.add(
          panel("commands + waits", "per operation", event, Counter.COMMANDS, Counter.WAITS));
      for (Counter counter : List.of(Counter.EXITS, Counter.COVERED_PAGES)) {
        if (largest(event, counter) > 0) {
          String name = counter.singular() + "s";
          panels.add(panel(name, name + " per operation", event, counter));
        }
      }
    }
    return new Exhibit(
        id,
        "Sent per operation: " + title,
        "Commands are what has to be told, waits what has to be waited for.",
        new Chart(Kind.BARS, field.comparison().place(), "show", panels),
        table(events));
  }

  private Panel panel(String name, String y, Event event, Counter... counters) {
    List<Series> series = new ArrayList<>();
    for (String competitor : field.competitors()) {
      for (int c = 0; c < counters.length; c++) {
        List<Point> points = new ArrayList<>();
        for (int place = 0; place < event.places().size(); place++) {
          JmhResult row = event.row(event.places().get(place), competitor);
          long count = row == null ? -1 : counters[c].exact(row.secondary());
          if (count >= 0) {
            points.add(Point.of(place, count, "" + count));
          }
        }
        if (!points.isEmpty()) {
          String what = counters.length == 1 ? "" : " " + counters[c].singular() + "s";
          series.add(new Series(competitor + what, field.rank(competitor), c, competitor, points));
        }
      }
    }
    return new Panel(field.variant(event), name, y, false, event.places(), series, List.of());
  }

  private static long largest(Event event, Counter counter) {
    return event.all().stream().mapToLong(row -> counter.exact(row.secondary())).max().orElse(-1);
  }

  private DataTable table(List<Event> events) {
    DataTable table =
        new DataTable(
            events.size() > 1,
            2,
            List.of(
                field.comparison().place(),
                field.comparison().compared(),
                "commands",
                "waits",
                "exits",
                "covered pages"));
    for (Event event : events) {
      for (String place : event.places()) {
        for (Competitor c : field.at(event, place)) {
          List<String> cells = new ArrayList<>(List.of(place, c.name()));
          Stream.of(Counter.values()).forEach(n -> cells.add(n.figure(c.row().secondary())));
          table.add(field.variant(event), cells);
        }
      }
    }
    return table;
  }
}
