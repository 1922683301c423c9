package org.svabench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.svabench.results.compare.Field.Event;
import org.svabench.results.doubt.Doubts;
import org.svabench.results.doubt.RateReached;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.run.ComparisonRecord;
import org.svabench.results.statistics.Direction;
import org.svabench.results.statistics.RatioInterval;
import org.svabench.results.table.Figures;
import org.svabench.results.table.Table;

/**
 * What a run found, for a screen and in full, per place (a topology): exact counts and scores of
 * the competing designs, the latency of what they time, ratios of neighbours with their intervals,
 * a warning below what should not be trusted, and a sentence each.
 */
public final class RunSummary {
  private final Field field;
  private final Doubts doubts;
  private final ComparisonRecord comparison;
  private final List<JmhResult> results;
  private final Allocation allocation;
  private final StringBuilder text = new StringBuilder();
  private final TreeSet<String> methods = new TreeSet<>();

  /** Of the place that is being written. */
  private String baseline;

  private RunSummary(Field field, Doubts doubts) {
    this.field = field;
    this.doubts = doubts;
    this.results = field.results();
    this.comparison = field.comparison();
    this.allocation = Allocation.of(results, comparison.empty());
  }

  /**
   * Writes it.
   *
   * @param field the rows of a run in which something competes; forks of one index were neighbours
   * @param doubts which of them should not be trusted
   * @return lines, each ended
   */
  public static String text(Field field, Doubts doubts) {
    return new RunSummary(field, doubts).render();
  }

  private String render() {
    field.places().forEach(this::place);
    alone(field.others());
    footnotes();
    return text.toString();
  }

  private void place(String place) {
    text.append(place).append("\n\n");
    List<Competitor> competitors = new ArrayList<>();
    TreeSet<String> measured = new TreeSet<>();
    for (Event event : field.events()) {
      competitors.addAll(field.at(event, place));
      measured.addAll(event.rows().getOrDefault(place, Map.of()).keySet());
    }
    baseline = comparison.baselineAmong(measured);
    scores(competitors);
    latencies(competitors);
    findings(competitors);
  }

  /** Rows that compete with none: controls, and what has no design. */
  private void alone(List<JmhResult> rows) {
    if (rows.isEmpty()) {
      return;
    }
    text.append("not compared").append("\n\n");
    Table scores = new Table(1, List.of("benchmark", "score", "unit"));
    Table latency =
        new Table(2, List.of("latency, ns", "call", "p50", "p99", "p99.9", "p99.99", "max"));
    boolean timed = false;
    for (JmhResult row : rows) {
      scores.add(List.of(field.name(row), score(row), row.primary().unit()));
      scores.warn(doubts.sentence(row.key()));
      for (LatencySite site : LatencySite.of(row.secondary())) {
        timed = true;
        List<String> cells = new ArrayList<>(List.of(field.name(row), site.label()));
        cells.addAll(percentiles(row, site, List.of("p50", "p99", "p99.9", "p99.99", "max")));
        latency.add(cells);
      }
    }
    append(scores);
    if (timed) {
      append(latency);
    }
  }

  private String score(JmhResult row) {
    return doubts.marked(row.key(), Figures.of(row.primary().score()));
  }

  private List<String> percentiles(JmhResult row, LatencySite site, List<String> names) {
    return names.stream()
        .map(name -> site.percentile(row.secondary(), name))
        .map(metric -> metric == null ? "-" : Figures.of(metric.score()))
        .map(figure -> doubts.marked(row.key(), figure))
        .toList();
  }

  private void scores(List<Competitor> competitors) {
    boolean allocates =
        competitors.stream().anyMatch(c -> allocation.perOperation(c.row()).isPresent());
    List<String> header = new ArrayList<>(List.of("benchmark", comparison.compared()));
    header.addAll(List.of("commands", "waits", "exits", "pages", "score", "unit"));
    header.addAll(allocates ? List.of("B/op") : List.of());
    header.addAll(List.of("against " + baseline, "finding"));
    Table table = new Table(2, header);
    for (Competitor c : competitors) {
      List<String> cells = new ArrayList<>(List.of(field.name(c.row()), c.name()));
      Stream.of(Counter.values()).forEach(n -> cells.add(n.figure(c.row().secondary())));
      cells.add(score(c.row()));
      cells.add(c.row().primary().unit());
      if (allocates) {
        cells.add(bytes(c));
      }
      cells.addAll(against(c, c.hasBaseline() ? c.scoreRatio() : null, c.row().primary().unit()));
      table.add(cells);
      table.warn(doubts.sentence(c.row().key()));
      sides(c, header.size(), table);
    }
    append(table);
  }

  /** The score of a group mixes what its threads do; each kind of them has a line of its own. */
  private void sides(Competitor c, int columns, Table table) {
    GroupSides.of(c.row())
        .forEach(
            (side, metric) -> {
              List<String> cells = new ArrayList<>(List.of("  " + side, c.name()));
              while (cells.size() < 2 + Counter.values().length) {
                cells.add("");
              }
              cells.add(doubts.marked(c.row().key(), Figures.of(metric.score())));
              cells.add(metric.unit());
              while (cells.size() < columns - 2) {
                cells.add("");
              }
              JmhMetric base = c.hasBaseline() ? c.baseline().secondary().get(side) : null;
              cells.addAll(
                  against(c, base == null ? null : Competitor.ratio(base, metric), metric.unit()));
              table.add(cells);
            });
  }

  private String bytes(Competitor c) {
    OptionalDouble bytes = allocation.perOperation(c.row());
    return bytes.isEmpty() ? "-" : String.format(Locale.ROOT, "%.3f", bytes.getAsDouble());
  }

  private void latencies(List<Competitor> competitors) {
    Table table =
        new Table(
            3,
            List.of(
                "latency, ns",
                "call",
                comparison.compared(),
                "p50",
                "p99",
                "p99.9",
                "max",
                "p50 against " + baseline,
                "finding"));
    boolean any = false;
    for (Competitor c : competitors) {
      for (LatencySite site : LatencySite.of(c.row().secondary())) {
        any = true;
        List<String> cells = new ArrayList<>(List.of(field.name(c.row()), site.label(), c.name()));
        cells.addAll(percentiles(c.row(), site, List.of("p50", "p99", "p99.9", "max")));
        JmhMetric mine = site.percentile(c.row().secondary(), "p50");
        JmhMetric base = c.hasBaseline() ? site.percentile(c.baseline().secondary(), "p50") : null;
        cells.addAll(against(c, base == null ? null : Competitor.ratio(base, mine), mine.unit()));
        table.add(cells);
      }
    }
    if (any) {
      append(table);
    }
  }

  private List<String> against(Competitor c, RatioInterval ratio, String unit) {
    if (ratio == null) {
      return List.of(c.isBaseline() ? "baseline" : "no baseline", "");
    }
    methods.add(ratio.method().words() + " (" + ratio.forks() + " a side)");
    return List.of(ratio.toString(), Competitor.verdict(ratio, Direction.of(unit)));
  }

  private void findings(List<Competitor> competitors) {
    String benchmark = "";
    for (Competitor c : competitors) {
      String sentence =
          c.hasBaseline() ? Finding.of(c, comparison.meaning().getOrDefault(c.name(), "")) : "";
      if (sentence.isEmpty()) {
        continue;
      }
      if (!benchmark.equals(field.name(c.row()))) {
        benchmark = field.name(c.row());
        text.append(benchmark).append(" against ").append(baseline).append('\n');
      }
      text.append("  ").append(sentence).append('\n');
    }
    if (!benchmark.isEmpty()) {
      text.append('\n');
    }
  }

  private void append(Table table) {
    text.append(table.toText()).append('\n');
  }

  private void footnotes() {
    text.append(
            "Counts are exact, per operation. Ratios are of fork summaries (good windows), 95 %: ")
        .append(methods.isEmpty() ? "none" : String.join("; ", methods))
        .append(".\n");
    if (results.stream().anyMatch(r -> !LatencySite.of(r.secondary()).isEmpty())) {
      text.append("Latency is service time, closed loop").append(timer()).append(".\n");
    }
    rates();
    if (allocation.bytesPerIteration() > 0) {
      text.append("B/op is what is left after the harness' own ")
          .append(Figures.of(allocation.bytesPerIteration()))
          .append(" bytes per iteration, measured by ")
          .append(comparison.empty())
          .append(".\n");
    }
  }

  private void rates() {
    if (results.stream().anyMatch(r -> r.secondary().containsKey(RateReached.METRIC))) {
      text.append(
          "response and service are of an open loop, at a fixed rate: response from when a call"
              + " should have started, service from when it did.\n");
    }
  }

  private String timer() {
    double[] costs =
        results.stream()
            .map(r -> r.secondary().get("timer"))
            .filter(Objects::nonNull)
            .mapToDouble(JmhMetric::score)
            .sorted()
            .toArray();
    return costs.length == 0
        ? ""
        : "; reading the timer costs "
            + Figures.of(costs[0])
            + (costs.length == 1 ? "" : " to " + Figures.of(costs[costs.length - 1]))
            + " ns, not taken off";
  }
}
