package org.svabench.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.math3.stat.StatUtils;
import org.svabench.results.report.Chart.Kind;
import org.svabench.results.report.Chart.Mark;
import org.svabench.results.report.Chart.Panel;
import org.svabench.results.report.Chart.Point;
import org.svabench.results.report.Chart.Series;
import org.svabench.results.report.RunPoint.Figure;
import org.svabench.results.report.Section.Exhibit;
import org.svabench.results.statistics.ChangePoints;
import org.svabench.results.table.Figures;

/**
 * Several runs in the order of time: a line per row, marks where it changed. Changes of time are
 * found by {@link ChangePoints} at 5 % for all lines of the page together; exact counts need no
 * test, any difference is one.
 */
final class History {
  private static final double SIGNIFICANCE = 0.05;
  private static final long SEED = 1;
  private static final int REVISION = 10;

  /** A line: what was measured where of which competitor. */
  private record Line(String event, String place, String competitor) {}

  /** A change, for the list of them. */
  private record Found(Line line, int run, String what, String evidence) {}

  private final List<RunPoint> runs;
  private final Function<RunPoint, String> link;
  private final Map<Line, Figure[]> lines = new LinkedHashMap<>();
  private final List<String> competitors = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();

  /**
   * A history.
   *
   * @param runs in any order
   * @param link where a run is shown, null where nowhere
   */
  History(List<RunPoint> runs, Function<RunPoint, String> link) {
    this.link = link;
    this.runs =
        runs.stream()
            .sorted(Comparator.comparing(RunPoint::startedAt).thenComparing(RunPoint::name))
            .toList();
    for (int run = 0; run < this.runs.size(); run++) {
      for (Figure figure : this.runs.get(run).figures()) {
        Line line = new Line(figure.event(), figure.place(), figure.competitor());
        lines.computeIfAbsent(line, l -> new Figure[this.runs.size()])[run] = figure;
        if (!competitors.contains(figure.competitor())) {
          competitors.add(figure.competitor());
        }
      }
    }
    lines.forEach(this::findChanges);
  }

  RunPoint latest() {
    return runs.get(runs.size() - 1);
  }

  /** Runs, changes and lines. */
  List<Section> sections() {
    List<Exhibit> first = new ArrayList<>(List.of(changes(), runsTable()));
    first.removeIf(exhibit -> exhibit.table().isEmpty());
    Map<String, List<Line>> events = new LinkedHashMap<>();
    for (Line line : lines.keySet()) {
      events.computeIfAbsent(line.event(), e -> new ArrayList<>()).add(line);
    }
    List<Exhibit> charts = new ArrayList<>();
    events.forEach((event, of) -> charts.add(exhibit("history-" + charts.size(), event, of)));
    return List.of(
        new Section(
            "runs",
            runs.size() + " runs",
            found.isEmpty()
                ? "No change was found in " + lines.size() + " lines. " + method()
                : found.size() + " changes in " + lines.size() + " lines. " + method(),
            first),
        new Section(
            "history",
            "History",
            "Time per operation by run, the good windows of the median fork; less is better. Dashed"
                + " lines mark changes.",
            charts));
  }

  private static String method() {
    return "Changes of time: E-divisive with permutations (Matteson and James 2014), 5 % for all"
        + " lines together, at least 3 runs on either side; a short history cannot reach that."
        + " Exact counts: any difference.";
  }

  private void findChanges(Line line, Figure[] figures) {
    List<Integer> at = new ArrayList<>();
    for (int run = 0; run < figures.length; run++) {
      if (figures[run] != null) {
        if (!at.isEmpty()) {
          counts(line, figures[at.get(at.size() - 1)], figures[run], run);
        }
        at.add(run);
      }
    }
    double[] logs = at.stream().mapToDouble(run -> Math.log(figures[run].nanos())).toArray();
    List<ChangePoints.Change> changes =
        new ChangePoints(SIGNIFICANCE / lines.size(), SEED).of(logs);
    for (int c = 0; c < changes.size(); c++) {
      int from = c == 0 ? 0 : changes.get(c - 1).index();
      int here = changes.get(c).index();
      int to = c + 1 < changes.size() ? changes.get(c + 1).index() : logs.length;
      double ratio = Math.exp(median(logs, here, to) - median(logs, from, here));
      found.add(
          new Found(
              line,
              at.get(here),
              String.format(Locale.ROOT, "time \u00d7%.2f", ratio),
              String.format(Locale.ROOT, "p = %.4f", changes.get(c).p())));
    }
  }

  private void counts(Line line, Figure before, Figure after, int run) {
    after
        .counts()
        .forEach(
            (name, count) -> {
              Long old = before.counts().get(name);
              if (old != null && !old.equals(count)) {
                found.add(new Found(line, run, name + " " + old + " \u2192 " + count, "exact"));
              }
            });
  }

  private static double median(double[] values, int from, int to) {
    return StatUtils.percentile(values, from, to - from, 50);
  }

  private Exhibit changes() {
    DataTable table =
        new DataTable(
            6, List.of("run", "revision", "benchmark", "place", "series", "change", "evidence"));
    found.stream()
        .sorted(Comparator.comparingInt((Found f) -> f.run()).reversed())
        .forEach(
            f -> {
              RunPoint run = runs.get(f.run());
              table.addLinked(
                  link.apply(run),
                  List.of(
                      run.name(),
                      run.revision(),
                      f.line().event(),
                      f.line().place(),
                      f.line().competitor(),
                      f.what(),
                      f.evidence()));
              table.warn(warning(f.line(), f.run()));
            });
    return new Exhibit("changes", "Changes, the newest first", "", null, table);
  }

  private Exhibit runsTable() {
    DataTable table = new DataTable(4, List.of("run", "started", "revision", "machine", "rows"));
    for (int run = runs.size() - 1; run >= 0; run--) {
      RunPoint point = runs.get(run);
      table.addLinked(
          link.apply(point),
          List.of(
              point.name(),
              point.startedAt(),
              point.revision(),
              point.machine(),
              "" + point.figures().size()));
    }
    return new Exhibit("all-runs", "Runs, the newest first", "", null, table);
  }

  private Exhibit exhibit(String id, String event, List<Line> of) {
    Map<String, List<Line>> places = new LinkedHashMap<>();
    of.forEach(l -> places.computeIfAbsent(l.place(), p -> new ArrayList<>()).add(l));
    List<String> labels = new ArrayList<>();
    for (RunPoint run : runs) {
      String revision = run.revision();
      boolean unknown = revision.equals("unknown");
      labels.add(
          unknown ? run.name() : revision.substring(0, Math.min(REVISION, revision.length())));
    }
    DataTable table =
        new DataTable(4, List.of("run", "revision", "place", "series", "ns/op", "change"));
    List<Panel> panels = new ArrayList<>();
    places.forEach(
        (place, here) -> {
          List<Series> series = new ArrayList<>();
          List<Mark> marks = new ArrayList<>();
          for (Line line : here) {
            series.add(series(line));
            found.stream()
                .filter(f -> f.line().equals(line))
                .forEach(
                    f -> marks.add(new Mark(f.run() - 0.5, line.competitor() + ": " + f.what())));
            lines(line, table);
          }
          panels.add(new Panel(place, "nanoseconds per operation", false, labels, series, marks));
        });
    return new Exhibit(id, event, "", new Chart(Kind.HISTORY, "run", "place", panels), table);
  }

  private Series series(Line line) {
    List<Point> points = new ArrayList<>();
    Figure[] figures = lines.get(line);
    for (int run = 0; run < figures.length; run++) {
      if (figures[run] != null) {
        String change = change(line, run);
        points.add(
            Point.of(
                run,
                figures[run].nanos(),
                Figures.of(figures[run].nanos())
                    + " ns"
                    + (change.isEmpty() ? "" : ", " + change)));
      }
    }
    return new Series(
        line.competitor(), Math.max(0, competitors.indexOf(line.competitor())), 0, "", points);
  }

  private void lines(Line line, DataTable table) {
    Figure[] figures = lines.get(line);
    for (int run = 0; run < figures.length; run++) {
      if (figures[run] != null) {
        table.addLinked(
            link.apply(runs.get(run)),
            List.of(
                runs.get(run).name(),
                runs.get(run).revision(),
                line.place(),
                line.competitor(),
                Figures.of(figures[run].nanos()),
                change(line, run)));
        table.warn(warning(line, run));
      }
    }
  }

  /** What makes a figure no neighbour of the one before it. */
  private String warning(Line line, int run) {
    Figure[] figures = lines.get(line);
    int before = run - 1;
    while (before >= 0 && figures[before] == null) {
      before--;
    }
    return before >= 0 && runs.get(run).mixedWith(runs.get(before))
        ? "blackholes mixed: by "
            + runs.get(run).blackholes()
            + " here, by "
            + runs.get(before).blackholes()
            + " in the run before"
        : "";
  }

  private String change(Line line, int run) {
    return found.stream()
        .filter(f -> f.run() == run && f.line().equals(line))
        .map(Found::what)
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
