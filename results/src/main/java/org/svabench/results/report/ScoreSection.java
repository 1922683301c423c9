package org.svabench.results.report;

import java.util.ArrayList;
import java.util.List;
import org.svabench.results.compare.Competitor;
import org.svabench.results.compare.Field;
import org.svabench.results.compare.Field.Event;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.report.Chart.Kind;
import org.svabench.results.report.Chart.Panel;
import org.svabench.results.report.Chart.Point;
import org.svabench.results.report.Chart.Series;
import org.svabench.results.report.Section.Exhibit;
import org.svabench.results.statistics.Direction;
import org.svabench.results.statistics.RatioInterval;
import org.svabench.results.table.Figures;

/** Scores of competing rows with their intervals, and their ratios to the baseline. */
final class ScoreSection {
  private final Field field;
  private final Doubts doubts;

  ScoreSection(Field field, Doubts doubts) {
    this.field = field;
    this.doubts = doubts;
  }

  /** Events of one thread. */
  Section alone() {
    return section(
        "scores",
        "Throughput and time",
        "JMH's score with its 99.9 % interval. The ratio is over neighbouring forks, with a 95 %"
            + " interval; the fork is the unit, so it is the one to trust.",
        field.events().stream().filter(e -> e.key().threads() == 1).toList());
  }

  /** Events of several threads. */
  Section contended() {
    return section(
        "contention",
        "Contention",
        "Several threads at once, on the CPUs of this machine; throughput is that of all threads"
            + " together.",
        field.events().stream().filter(e -> e.key().threads() > 1).toList());
  }

  private Section section(String id, String title, String intro, List<Event> events) {
    List<Exhibit> exhibits = new ArrayList<>();
    for (Event event : events) {
      exhibits.add(exhibit(id + "-" + exhibits.size(), event));
    }
    return exhibits.isEmpty() ? null : new Section(id, title, intro, exhibits);
  }

  private Exhibit exhibit(String id, Event event) {
    String unit = event.all().get(0).primary().unit();
    boolean bigger = Direction.of(unit) == Direction.BIGGER_IS_BETTER;
    List<Panel> panels = new ArrayList<>();
    panels.add(scores(event, unit));
    Panel ratios = ratios(event);
    if (!ratios.series().isEmpty()) {
      panels.add(ratios);
    }
    return new Exhibit(
        id,
        Field.title(event.key()),
        bigger ? "More is better." : "Less is better.",
        new Chart(Kind.BARS, field.comparison().place(), "show", panels),
        table(event));
  }

  private Panel scores(Event event, String unit) {
    List<Series> series = new ArrayList<>();
    for (String competitor : field.competitors()) {
      List<Point> points = new ArrayList<>();
      for (int place = 0; place < event.places().size(); place++) {
        JmhResult row = event.row(event.places().get(place), competitor);
        points.add(row == null ? Point.of(place, Double.NaN, "") : point(place, row, doubts));
      }
      add(series, competitor, points);
    }
    return new Panel("score", unit, false, event.places(), series, List.of());
  }

  /** A score and the interval JMH gives it, never below 0. */
  static Point point(double x, JmhResult row, Doubts doubts) {
    JmhMetric metric = row.primary();
    double low = Math.max(0, metric.score() - metric.error());
    double high = metric.score() + metric.error();
    String text = Figures.of(metric.score()) + " " + metric.unit();
    return Point.of(
            x,
            metric.score(),
            low,
            high,
            Double.isNaN(metric.error()) ? text : text + " \u00b1 " + Figures.of(metric.error()))
        .warned(doubts.sentence(row.key()));
  }

  private Panel ratios(Event event) {
    List<Series> series = new ArrayList<>();
    for (String competitor : field.competitors()) {
      List<Point> points = new ArrayList<>();
      for (int place = 0; place < event.places().size(); place++) {
        points.add(
            field.at(event, event.places().get(place)).stream()
                .filter(c -> c.name().equals(competitor) && c.hasBaseline())
                .map(c -> ratio(c))
                .findFirst()
                .orElse(Point.of(0, Double.NaN, ""))
                .at(place));
      }
      add(series, competitor, points);
    }
    return new Panel(
        "ratio to the baseline", "ratio to the baseline", false, event.places(), series, List.of());
  }

  private Point ratio(Competitor held) {
    RatioInterval ratio = held.scoreRatio();
    return Point.of(0, ratio.ratio(), ratio.low(), ratio.high(), ratio.toString())
        .warned(doubts.sentence(held.row().key()));
  }

  private void add(List<Series> series, String competitor, List<Point> points) {
    if (points.stream().anyMatch(point -> point.y() != null)) {
      series.add(new Series(competitor, field.rank(competitor), 0, competitor, points));
    }
  }

  private DataTable table(Event event) {
    DataTable table =
        new DataTable(
            2,
            List.of(
                field.comparison().place(),
                field.comparison().compared(),
                "score",
                "\u00b1 99.9 %",
                "unit",
                "forks",
                "ratio to the baseline",
                "finding"));
    for (String place : event.places()) {
      for (Competitor held : field.at(event, place)) {
        JmhMetric score = held.row().primary();
        RatioInterval ratio = held.hasBaseline() ? held.scoreRatio() : null;
        table.add(
            List.of(
                place,
                held.name(),
                doubts.marked(held.row().key(), Figures.of(score.score())),
                Figures.of(score.error()),
                score.unit(),
                "" + score.rawData().length,
                ratio == null ? held.isBaseline() ? "baseline" : "-" : ratio.toString(),
                ratio == null ? "" : Competitor.verdict(ratio, Direction.of(score.unit()))));
        table.warn(doubts.sentence(held.row().key()));
      }
    }
    return table;
  }
}
