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
        field.families().stream().filter(f -> f.get(0).key().threads() == 1).toList());
  }

  /** Events of several threads. */
  Section contended() {
    return section(
        "contention",
        "Contention",
        "Several threads at once, on the CPUs of this machine; throughput is that of all threads"
            + " together.",
        field.families().stream().filter(f -> f.get(0).key().threads() > 1).toList());
  }

  private Section section(String id, String title, String intro, List<List<Event>> families) {
    List<Exhibit> exhibits = new ArrayList<>();
    for (List<Event> family : families) {
      exhibits.add(exhibit(id + "-" + exhibits.size(), family));
    }
    return exhibits.isEmpty() ? null : new Section(id, title, intro, exhibits);
  }

  private Exhibit exhibit(String id, List<Event> family) {
    Event first = family.get(0);
    String unit = first.all().get(0).primary().unit();
    boolean bigger = Direction.of(unit) == Direction.BIGGER_IS_BETTER;
    List<Panel> panels = new ArrayList<>();
    for (Event event : family) {
      panels.add(scores(event, unit));
      Panel ratios = ratios(event);
      if (!ratios.series().isEmpty()) {
        panels.add(ratios);
      }
    }
    return new Exhibit(
        id,
        family.size() == 1 ? Field.title(first.key()) : Field.family(first.key()),
        bigger ? "More is better." : "Less is better.",
        new Chart(Kind.BARS, field.comparison().place(), "show", panels),
        table(family));
  }

  private Panel scores(Event event, String unit) {
    List<Series> series = new ArrayList<>();
    for (String competitor : field.competitors()) {
      List<Point> points = new ArrayList<>();
      for (int place = 0; place < event.places().size(); place++) {
        JmhResult row = event.row(event.places().get(place), competitor);
        if (row != null) {
          points.add(point(place, row, doubts));
        }
      }
      add(series, competitor, points);
    }
    return new Panel(field.variant(event), "score", unit, false, event.places(), series, List.of());
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
        .warned(doubts.brief(row.key()));
  }

  private Panel ratios(Event event) {
    List<Series> series = new ArrayList<>();
    for (String competitor : field.competitors()) {
      List<Point> points = new ArrayList<>();
      for (int place = 0; place < event.places().size(); place++) {
        for (Competitor c : field.at(event, event.places().get(place))) {
          if (c.name().equals(competitor) && c.hasBaseline()) {
            points.add(ratio(place, c));
          }
        }
      }
      add(series, competitor, points);
    }
    return new Panel(
        field.variant(event),
        "ratio to the baseline",
        "ratio to the baseline",
        false,
        event.places(),
        series,
        List.of());
  }

  private Point ratio(double x, Competitor held) {
    RatioInterval ratio = held.scoreRatio();
    return Point.of(x, ratio.ratio(), ratio.low(), ratio.high(), ratio.toString())
        .warned(doubts.brief(held.row().key()));
  }

  private void add(List<Series> series, String competitor, List<Point> points) {
    if (points.stream().anyMatch(point -> point.y() != null)) {
      series.add(new Series(competitor, field.rank(competitor), 0, competitor, points));
    }
  }

  private DataTable table(List<Event> family) {
    DataTable table =
        new DataTable(
            family.size() > 1,
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
    for (Event event : family) {
      for (String place : event.places()) {
        for (Competitor held : field.at(event, place)) {
          table.add(field.variant(event), cells(place, held));
          table.warn(doubts.sentence(held.row().key()));
        }
      }
    }
    return table;
  }

  private List<String> cells(String place, Competitor held) {
    JmhMetric score = held.row().primary();
    RatioInterval ratio = held.hasBaseline() ? held.scoreRatio() : null;
    return List.of(
        place,
        held.name(),
        doubts.marked(held.row().key(), Figures.of(score.score())),
        Figures.of(score.error()),
        score.unit(),
        "" + score.rawData().length,
        ratio == null ? held.isBaseline() ? "baseline" : "-" : ratio.toString(),
        ratio == null ? "" : Competitor.verdict(ratio, Direction.of(score.unit())));
  }
}
