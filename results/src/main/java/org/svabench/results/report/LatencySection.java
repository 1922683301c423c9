package org.svabench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.svabench.results.compare.Field;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.latency.Recording;
import org.svabench.results.report.Chart.Kind;
import org.svabench.results.report.Chart.Panel;
import org.svabench.results.report.Chart.Point;
import org.svabench.results.report.Chart.Series;
import org.svabench.results.report.Section.Exhibit;
import org.svabench.results.run.ComparisonRecord;
import org.svabench.results.table.Figures;

/**
 * Percentile curves. Service and response time of one benchmark share a chart: the distance between
 * the two is what waiting adds.
 */
final class LatencySection {
  private static final String RESPONSE = "response";
  private static final String SERVICE = "service";
  private static final int TICKS_PER_HALF_DISTANCE = 5;
  private static final double[] SHOWN = {50, 90, 99, 99.9, 99.99, 100};

  /** What one chart shows: a benchmark, its other parameters, a call. */
  private record Subject(ResultKey key, String call) {}

  private final Field field;
  private final Doubts doubts;
  private final List<Recording> recordings;

  LatencySection(Field field, Doubts doubts, List<Recording> recordings) {
    this.field = field;
    this.doubts = doubts;
    this.recordings = recordings;
  }

  Section section() {
    Map<Subject, Map<String, List<Recording>>> subjects = new LinkedHashMap<>();
    for (Recording recording : recordings) {
      subjects
          .computeIfAbsent(subject(recording), s -> new LinkedHashMap<>())
          .computeIfAbsent(place(recording), p -> new ArrayList<>())
          .add(recording);
    }
    List<Exhibit> exhibits = new ArrayList<>();
    subjects.forEach(
        (subject, places) -> exhibits.add(exhibit("latency-" + exhibits.size(), subject, places)));
    return exhibits.isEmpty()
        ? null
        : new Section(
            "latency",
            "Latency",
            "Percentile curves over all forks. The axis is 1/(1\u2212p): each step to the right is"
                + " ten times rarer. Service time is the call alone; response time starts when the"
                + " call was due, so it includes waiting.",
            exhibits);
  }

  private Subject subject(Recording recording) {
    ResultKey key = new ResultKey(recording.benchmark(), "", 1, recording.params());
    ComparisonRecord comparison = field.comparison();
    boolean open = recording.call().equals(RESPONSE) || recording.call().equals(SERVICE);
    return new Subject(
        comparison == null ? key : key.without(comparison.compared(), comparison.place()),
        open ? SERVICE + " and " + RESPONSE : recording.call());
  }

  private String place(Recording recording) {
    return field.comparison() == null
        ? ""
        : recording.params().getOrDefault(field.comparison().place(), "");
  }

  private String competitor(Recording recording) {
    return field.comparison() == null
        ? recording.call()
        : recording.params().getOrDefault(field.comparison().compared(), recording.call());
  }

  private Exhibit exhibit(String id, Subject subject, Map<String, List<Recording>> places) {
    String place = field.comparison() == null ? "place" : field.comparison().place();
    List<String> header = new ArrayList<>(List.of(place, "series"));
    for (double percentile : SHOWN) {
      header.add(percentile == 100 ? "max" : "p" + Figures.of(percentile));
    }
    header.add("samples");
    DataTable table = new DataTable(2, header);
    List<Panel> panels = new ArrayList<>();
    int batch = 1;
    for (Map.Entry<String, List<Recording>> here : places.entrySet()) {
      List<Series> series = new ArrayList<>();
      for (Recording recording : ordered(here.getValue())) {
        batch = Math.max(batch, recording.callsPerSample());
        Histogram sum = recording.sum();
        series.add(series(recording, sum));
        table.add(line(here.getKey(), recording, sum));
        table.warn(doubts.sentence(recording.benchmark(), recording.params()));
      }
      panels.add(
          new Panel(here.getKey(), "nanoseconds per call", true, List.of(), series, List.of()));
    }
    return new Exhibit(
        id,
        Field.title(subject.key()) + ": " + subject.call(),
        batch == 1
            ? "Single calls were timed."
            : "Calls shorter than the timer can resolve were timed in batches of up to "
                + batch
                + ": each sample is the mean of its batch, so the tail of single calls is not"
                + " seen.",
        new Chart(Kind.PERCENTILES, "percentile", place, panels),
        table);
  }

  private List<Recording> ordered(List<Recording> here) {
    return here.stream()
        .sorted(java.util.Comparator.comparingInt(r -> field.rank(competitor(r))))
        .toList();
  }

  private Series series(Recording recording, Histogram sum) {
    boolean response = recording.call().equals(RESPONSE);
    String suffix = response || recording.call().equals(SERVICE) ? " " + recording.call() : "";
    String competitor = competitor(recording);
    List<Point> points = new ArrayList<>();
    for (HistogramIterationValue value : sum.percentiles(TICKS_PER_HALF_DISTANCE)) {
      double p = value.getPercentileLevelIteratedTo();
      // N samples show nothing rarer than 1 in N; there the maximum stands.
      double x = Math.min(p >= 100 ? Double.MAX_VALUE : 1 / (1 - p / 100), sum.getTotalCount());
      double nanos = value.getValueIteratedTo() / (double) recording.callsPerSample();
      points.add(
          Point.of(x, nanos, Figures.of(nanos) + " ns at " + (p >= 100 ? "max" : percent(p))));
    }
    return new Series(
        Doubts.marked(
            doubted(recording),
            competitor.equals(recording.call()) ? competitor : competitor + suffix),
        field.rank(competitor),
        response ? 1 : 0,
        "",
        points);
  }

  private boolean doubted(Recording recording) {
    return !doubts.sentence(recording.benchmark(), recording.params()).isEmpty();
  }

  private static String percent(double percentile) {
    return "p"
        + new java.math.BigDecimal(percentile)
            .round(new java.math.MathContext(7))
            .stripTrailingZeros()
            .toPlainString();
  }

  private List<String> line(String place, Recording recording, Histogram sum) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                place,
                competitor(recording).equals(recording.call())
                    ? recording.call()
                    : competitor(recording) + " " + recording.call()));
    for (double percentile : SHOWN) {
      cells.add(
          Doubts.marked(
              doubted(recording),
              Figures.of(
                  sum.getValueAtPercentile(percentile) / (double) recording.callsPerSample())));
    }
    cells.add("" + sum.getTotalCount());
    return cells;
  }
}
