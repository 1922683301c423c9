package org.svabench.results.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.svabench.results.jmh.JmhMetric;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.jmh.ResultKey;
import org.svabench.results.run.ComparisonRecord;
import org.svabench.results.statistics.Direction;
import org.svabench.results.statistics.RatioInterval;
import org.svabench.results.table.Figures;
import org.svabench.results.table.Table;

/**
 * What a run found, per place (a topology): exact counts and scores of the competing designs, the
 * latency of what they time, ratios of neighbours with their intervals, and a sentence each.
 */
public final class RunSummary {
  private static final String RATE_REACHED = "rate.reached";

  /** Percent. */
  private static final double WELL_REACHED = 99;

  private final ComparisonRecord comparison;
  private final List<JmhResult> results;
  private final Allocation allocation;
  private final boolean markdown;
  private final StringBuilder text = new StringBuilder();
  private final TreeSet<String> methods = new TreeSet<>();

  /** Of the place that is being written. */
  private String baseline;

  private RunSummary(List<JmhResult> results, ComparisonRecord comparison, boolean markdown) {
    this.results = results;
    this.comparison = comparison;
    this.markdown = markdown;
    this.allocation = Allocation.of(results, comparison.empty());
  }

  /**
   * For a screen.
   *
   * @param results of the run, whose forks of one index were neighbours
   * @param comparison what competes with what
   * @return lines, each ended
   */
  public static String text(List<JmhResult> results, ComparisonRecord comparison) {
    return new RunSummary(results, comparison, false).render();
  }

  /**
   * For {@code summary.md}.
   *
   * @param results of the run, whose forks of one index were neighbours
   * @param comparison what competes with what, null where nothing does
   * @return Markdown
   */
  public static String markdown(List<JmhResult> results, ComparisonRecord comparison) {
    return comparison == null
        ? ScoreTable.of(results).toAlignedMarkdown()
        : new RunSummary(results, comparison, true).render();
  }

  private String render() {
    Map<String, List<JmhResult>> places = new LinkedHashMap<>();
    List<JmhResult> alone = new ArrayList<>();
    for (JmhResult result : results) {
      String place = result.params().get(comparison.place());
      if (place != null && result.params().containsKey(comparison.compared())) {
        places.computeIfAbsent(place, p -> new ArrayList<>()).add(result);
      } else if (!result.key().benchmark().equals(comparison.empty())) {
        alone.add(result);
      }
    }
    if (markdown) {
      String answer = new Answer(new Field(results, comparison)).sentence();
      text.append(answer.isEmpty() ? "" : answer + "\n\n");
    }
    places.forEach(this::place);
    alone(alone);
    footnotes();
    return text.toString();
  }

  private void place(String place, List<JmhResult> rows) {
    text.append(markdown ? "## " : "").append(place).append("\n\n");
    baseline =
        comparison.baselineAmong(
            rows.stream().map(row -> row.params().get(comparison.compared())).toList());
    List<Competitor> competitors = competitors(rows);
    scores(competitors);
    latencies(competitors);
    findings(competitors);
  }

  /** Rows that compete with none: controls, and what has no design. */
  private void alone(List<JmhResult> rows) {
    if (rows.isEmpty()) {
      return;
    }
    text.append(markdown ? "## " : "").append("not compared").append("\n\n");
    Table scores = new Table(1, List.of("benchmark", "score", "unit"));
    Table latency =
        new Table(2, List.of("latency, ns", "call", "p50", "p99", "p99.9", "p99.99", "max"));
    boolean timed = false;
    for (JmhResult row : rows) {
      scores.add(List.of(name(row), Figures.of(row.primary().score()), row.primary().unit()));
      for (LatencySite site : LatencySite.of(row.secondary())) {
        timed = true;
        List<String> cells = new ArrayList<>(List.of(name(row), site.label()));
        cells.addAll(percentiles(row, site, List.of("p50", "p99", "p99.9", "p99.99", "max")));
        latency.add(cells);
      }
    }
    append(scores);
    if (timed) {
      append(latency);
    }
  }

  private static List<String> percentiles(JmhResult row, LatencySite site, List<String> names) {
    return names.stream()
        .map(name -> site.percentile(row.secondary(), name))
        .map(metric -> metric == null ? "-" : Figures.of(metric.score()))
        .toList();
  }

  private List<Competitor> competitors(List<JmhResult> rows) {
    Map<ResultKey, JmhResult> baselines = new LinkedHashMap<>();
    for (JmhResult row : rows) {
      if (row.params().get(comparison.compared()).equals(baseline)) {
        baselines.put(row.key().without(comparison.compared()), row);
      }
    }
    List<String> benchmarks = rows.stream().map(r -> r.key().benchmark()).distinct().toList();
    List<String> order = List.copyOf(comparison.meaning().keySet());
    return rows.stream()
        .sorted(
            Comparator.comparing((JmhResult row) -> benchmarks.indexOf(row.key().benchmark()))
                .thenComparing(row -> row.key().without(comparison.compared()).toString())
                .thenComparing(row -> order.indexOf(row.params().get(comparison.compared()))))
        .map(
            row ->
                new Competitor(
                    row.params().get(comparison.compared()),
                    row,
                    baselines.get(row.key().without(comparison.compared()))))
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
      List<String> cells = new ArrayList<>(List.of(name(c.row()), c.name()));
      Stream.of(Counter.values()).forEach(n -> cells.add(n.figure(c.row().secondary())));
      cells.add(Figures.of(c.row().primary().score()));
      cells.add(c.row().primary().unit());
      if (allocates) {
        cells.add(bytes(c));
      }
      cells.addAll(against(c, c.hasBaseline() ? c.scoreRatio() : null, c.row().primary().unit()));
      table.add(cells);
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
              cells.add(Figures.of(metric.score()));
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

  /** The row's benchmark with the parameters that tell it from others of the same benchmark. */
  private String name(JmhResult row) {
    StringBuilder name = new StringBuilder(row.key().shortName());
    row.key()
        .without(comparison.compared(), comparison.place())
        .params()
        .forEach(
            (param, value) -> {
              if (results.stream()
                  .filter(other -> other.key().benchmark().equals(row.key().benchmark()))
                  .anyMatch(other -> !value.equals(other.params().get(param)))) {
                name.append(' ').append(param).append('=').append(value);
              }
            });
    return name.toString();
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
        List<String> cells = new ArrayList<>(List.of(name(c.row()), site.label(), c.name()));
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
      if (!benchmark.equals(name(c.row()))) {
        benchmark = name(c.row());
        text.append(benchmark).append(" against ").append(baseline).append('\n');
      }
      text.append(markdown ? "* " : "  ").append(sentence).append('\n');
    }
    if (!benchmark.isEmpty()) {
      text.append('\n');
    }
  }

  private void append(Table table) {
    text.append(markdown ? table.toAlignedMarkdown() : table.toText()).append('\n');
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

  /** What was measured in an open loop, and where its rate was not reached. */
  private void rates() {
    List<JmhResult> paced =
        results.stream().filter(r -> r.secondary().containsKey(RATE_REACHED)).toList();
    if (!paced.isEmpty()) {
      text.append(
          "response and service are of an open loop, at a fixed rate: response from when a call"
              + " should have started, service from when it did.\n");
    }
    for (JmhResult row : paced) {
      double reached = row.secondary().get(RATE_REACHED).score();
      if (reached < WELL_REACHED) {
        text.append(
            String.format(
                Locale.ROOT,
                "WARNING: %s: the rate was not reached, %.1f %% of the calls due were made.%n",
                row.key(),
                reached));
      }
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
