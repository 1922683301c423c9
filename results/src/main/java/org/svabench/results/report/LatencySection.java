package org.svabench.results.report;

import java.math.BigDecimal;
import java.math.MathContext;
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
import org.svabench.results.table.Figures;

/**
 * Percentile curves. Service and response time of one benchmark share a chart: the distance between
 * the two is what waiting adds.
 */
final class LatencySection {
  private static final String RESPONSE = "response";
  private static final String SERVICE = "service";
  private static final String INDEX = "index";

  /** Steps of a curve while it goes half way to 100 %, of few curves and of ever more. */
  private static final int[] STEPS = {5, 2, 1};

  /** From so many curves on each gets fewer steps, so that the page stays one to be mailed. */
  private static final int[] MANY_CURVES = {150, 600};

  private static final double[] SHOWN = {50, 90, 99, 99.9, 99.99, 100};

  /** What one chart shows: a benchmark's call. */
  private record Subject(String benchmark, String call) {}

  /** What one panel of it shows. */
  private record View(String facet, String place) {}

  private final Field field;
  private final Doubts doubts;
  private final List<Recording> recordings;

  LatencySection(Field field, Doubts doubts, List<Recording> recordings) {
    this.field = field;
    this.doubts = doubts;
    this.recordings = recordings;
  }

  Section section() {
    Map<Subject, Map<View, List<Recording>>> subjects = new LinkedHashMap<>();
    for (Recording recording : recordings) {
      subjects
          .computeIfAbsent(subject(recording), s -> new LinkedHashMap<>())
          .computeIfAbsent(new View(facet(recording), place(recording)), p -> new ArrayList<>())
          .add(recording);
    }
    List<Exhibit> exhibits = new ArrayList<>();
    subjects.forEach(
        (subject, views) -> exhibits.add(exhibit("latency-" + exhibits.size(), subject, views)));
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

  private static Subject subject(Recording recording) {
    boolean open = recording.call().equals(RESPONSE) || recording.call().equals(SERVICE);
    return new Subject(
        recording.benchmark(), open ? SERVICE + " and " + RESPONSE : recording.call());
  }

  /** Parameters that tell panels apart; an index competes. */
  private String facet(Recording recording) {
    return field.variant(
        new ResultKey(recording.benchmark(), "", 1, recording.params()).without(INDEX));
  }

  private String place(Recording recording) {
    return field.comparison() == null
        ? ""
        : recording.params().getOrDefault(field.comparison().place(), "");
  }

  private String competitor(Recording recording) {
    if (recording.params().containsKey(INDEX)) {
      return recording.params().get(INDEX);
    }
    return field.comparison() == null
        ? recording.call()
        : recording.params().getOrDefault(field.comparison().compared(), recording.call());
  }

  private Exhibit exhibit(String id, Subject subject, Map<View, List<Recording>> views) {
    String place = field.comparison() == null ? "place" : field.comparison().place();
    boolean variants = views.keySet().stream().map(View::facet).distinct().count() > 1;
    List<String> header = new ArrayList<>(List.of(place, "series"));
    for (double percentile : SHOWN) {
      header.add(percentile == 100 ? "max" : "p" + Figures.of(percentile));
    }
    header.add("samples");
    DataTable table = new DataTable(variants, 2, header);
    List<Panel> panels = new ArrayList<>();
    int batch = 1;
    for (Map.Entry<View, List<Recording>> view : views.entrySet()) {
      List<Series> series = new ArrayList<>();
      List<Recording> here = ordered(view.getValue());
      for (Recording recording : here) {
        batch = Math.max(batch, recording.callsPerSample());
        Histogram sum = recording.sum();
        series.add(series(recording, colour(recording, here), sum));
        table.add(view.getKey().facet(), line(view.getKey().place(), recording, sum));
        table.warn(doubts.brief(recording.benchmark(), recording.params()));
      }
      panels.add(
          new Panel(
              view.getKey().facet(),
              view.getKey().place(),
              "nanoseconds per call",
              true,
              List.of(),
              series,
              List.of()));
    }
    String benchmark = subject.benchmark();
    return new Exhibit(
        id,
        new ResultKey(benchmark, "", 1, Map.of()).shortName() + ": " + subject.call(),
        batch == 1
            ? "Single calls were timed."
            : "Calls shorter than the timer can resolve were timed in batches of up to "
                + batch
                + ": each sample is the mean of its batch, so the tail of single calls is not"
                + " seen.",
        new Chart(Kind.PERCENTILES, "percentile", place, panels),
        table);
  }

  /** Of a competitor its own everywhere; of anything else the place among its neighbours. */
  private int colour(Recording recording, List<Recording> here) {
    String competitor = competitor(recording);
    return field.competitors().contains(competitor)
        ? field.rank(competitor)
        : here.stream().map(this::competitor).distinct().toList().indexOf(competitor);
  }

  private List<Recording> ordered(List<Recording> here) {
    return here.stream()
        .sorted(java.util.Comparator.comparingInt(r -> field.rank(competitor(r))))
        .toList();
  }

  private Series series(Recording recording, int colour, Histogram sum) {
    boolean response = recording.call().equals(RESPONSE);
    String suffix = response || recording.call().equals(SERVICE) ? " " + recording.call() : "";
    String competitor = competitor(recording);
    List<Point> points = new ArrayList<>();
    int level = 0;
    while (level < MANY_CURVES.length && recordings.size() >= MANY_CURVES[level]) {
      level++;
    }
    for (HistogramIterationValue value : sum.percentiles(STEPS[level])) {
      double p = value.getPercentileLevelIteratedTo();
      // N samples show nothing rarer than 1 in N; there the maximum stands.
      double x = Math.min(p >= 100 ? Double.MAX_VALUE : 1 / (1 - p / 100), sum.getTotalCount());
      double nanos = value.getValueIteratedTo() / (double) recording.callsPerSample();
      points.add(new Point(rounded(x), rounded(nanos), null, null, null, null));
    }
    return new Series(
        Doubts.marked(
            doubted(recording),
            competitor.equals(recording.call()) ? competitor : competitor + suffix),
        colour,
        response ? 1 : 0,
        "",
        points);
  }

  private boolean doubted(Recording recording) {
    return !doubts.brief(recording.benchmark(), recording.params()).isEmpty();
  }

  /** As the table has it; more digits would be most of the page. */
  private static double rounded(double value) {
    return new BigDecimal(value, new MathContext(4)).doubleValue();
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
