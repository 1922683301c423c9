package org.svabench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    for (Event event : field.events()) {
      if (largest(event, Counter.COMMANDS) > 0) {
        return exhibit("answer-chart", event);
      }
    }
    return null;
  }

  /** The other benchmarks that count; null where there are none. */
  Section section() {
    List<Exhibit> exhibits = new ArrayList<>();
    Exhibit first = headline();
    for (Event event : field.events()) {
      boolean counts = Stream.of(Counter.values()).anyMatch(c -> largest(event, c) > 0);
      if (counts && (first == null || !first.title().equals(title(event)))) {
        exhibits.add(exhibit("counts-" + exhibits.size(), event));
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

  private Exhibit exhibit(String id, Event event) {
    List<Panel> panels = new ArrayList<>();
    panels.add(panel("commands + waits", "per operation", event, Counter.COMMANDS, Counter.WAITS));
    for (Counter counter : Counter.values()) {
      if (largest(event, counter) > 0) {
        String name = counter.singular() + "s";
        panels.add(panel(name, name + " per operation", event, counter));
      }
    }
    return new Exhibit(
        id,
        title(event),
        "Commands are what has to be told, waits what has to be waited for.",
        new Chart(Kind.BARS, field.comparison().place(), "show", panels),
        table(event));
  }

  private static String title(Event event) {
    return "Sent per operation: " + Field.title(event.key());
  }

  private Panel panel(String name, String y, Event event, Counter... counters) {
    List<Series> series = new ArrayList<>();
    for (String competitor : field.competitors()) {
      for (int c = 0; c < counters.length; c++) {
        List<Point> points = new ArrayList<>();
        for (int place = 0; place < event.places().size(); place++) {
          JmhResult row = event.row(event.places().get(place), competitor);
          long count = row == null ? -1 : counters[c].exact(row.secondary());
          points.add(Point.of(place, count < 0 ? Double.NaN : count, "" + count));
        }
        if (points.stream().anyMatch(p -> p.y() != null)) {
          String what = counters.length == 1 ? "" : " " + counters[c].singular() + "s";
          series.add(new Series(competitor + what, field.rank(competitor), c, competitor, points));
        }
      }
    }
    return new Panel(name, y, false, event.places(), series, List.of());
  }

  private static long largest(Event event, Counter counter) {
    return event.all().stream().mapToLong(row -> counter.exact(row.secondary())).max().orElse(-1);
  }

  private DataTable table(Event event) {
    DataTable table =
        new DataTable(
            2,
            List.of(
                field.comparison().place(),
                field.comparison().compared(),
                "commands",
                "waits",
                "exits",
                "covered pages"));
    for (String place : event.places()) {
      for (String competitor : field.competitors()) {
        JmhResult row = event.row(place, competitor);
        if (row != null) {
          List<String> cells = new ArrayList<>(List.of(place, competitor));
          Stream.of(Counter.values()).forEach(c -> cells.add(c.figure(row.secondary())));
          table.add(cells);
        }
      }
    }
    return table;
  }
}
