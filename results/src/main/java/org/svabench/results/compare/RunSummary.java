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
  private final ComparisonRecord comparison;
  private final List<JmhResult> results;
  private final Allocation allocation;
  private final boolean markdown;
  private final StringBuilder text = new StringBuilder();
  private final TreeSet<String> methods = new TreeSet<>();

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
        ? ScoreTable.of(results).toMarkdown()
        : new RunSummary(results, comparison, true).render();
  }

  private String render() {
    Map<String, List<JmhResult>> places = new LinkedHashMap<>();
    for (JmhResult result : results) {
      String place = result.params().get(comparison.place());
      if (place != null && result.params().containsKey(comparison.compared())) {
        places.computeIfAbsent(place, p -> new ArrayList<>()).add(result);
      }
    }
    places.forEach(this::place);
    footnotes();
    return text.toString();
  }

  private void place(String place, List<JmhResult> rows) {
    text.append(markdown ? "## " : "").append(place).append("\n\n");
    List<Competitor> competitors = competitors(rows);
    scores(competitors);
    latencies(competitors);
    findings(competitors);
  }

  private List<Competitor> competitors(List<JmhResult> rows) {
    Map<ResultKey, JmhResult> baselines = new LinkedHashMap<>();
    for (JmhResult row : rows) {
      if (row.params().get(comparison.compared()).equals(comparison.baseline())) {
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
    header.addAll(List.of("against " + comparison.baseline(), "finding"));
    Table table = new Table(2, header);
    for (Competitor c : competitors) {
      List<String> cells = new ArrayList<>(List.of(c.row().key().shortName(), c.name()));
      Stream.of(Counter.values()).forEach(n -> cells.add(n.figure(c.row().secondary())));
      cells.add(Figures.of(c.row().primary().score()));
      cells.add(c.row().primary().unit());
      if (allocates) {
        cells.add(bytes(c));
      }
      cells.addAll(against(c, c.hasBaseline() ? c.scoreRatio() : null, c.row().primary().unit()));
      table.add(cells);
    }
    append(table);
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
                "p50 against " + comparison.baseline(),
                "finding"));
    boolean any = false;
    for (Competitor c : competitors) {
      for (LatencySite site : LatencySite.of(c.row().secondary())) {
        any = true;
        List<String> cells =
            new ArrayList<>(List.of(c.row().key().shortName(), site.label(), c.name()));
        for (String percentile : List.of("p50", "p99", "p99.9", "max")) {
          JmhMetric metric = site.percentile(c.row().secondary(), percentile);
          cells.add(metric == null ? "-" : Figures.of(metric.score()));
        }
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
      if (!benchmark.equals(c.row().key().shortName())) {
        benchmark = c.row().key().shortName();
        text.append(benchmark).append(" against ").append(comparison.baseline()).append('\n');
      }
      text.append(markdown ? "* " : "  ").append(sentence).append('\n');
    }
    if (!benchmark.isEmpty()) {
      text.append('\n');
    }
  }

  private void append(Table table) {
    text.append(markdown ? table.toMarkdown() : table.toText()).append('\n');
  }

  private void footnotes() {
    text.append(
            "Counts are exact, per operation. Ratios are of fork summaries (good windows), 95 %: ")
        .append(methods.isEmpty() ? "none" : String.join("; ", methods))
        .append(".\n");
    if (results.stream().anyMatch(r -> !LatencySite.of(r.secondary()).isEmpty())) {
      text.append("Latency is service time, closed loop").append(timer()).append(".\n");
    }
    if (allocation.bytesPerIteration() > 0) {
      text.append("B/op is what is left after the harness' own ")
          .append(Figures.of(allocation.bytesPerIteration()))
          .append(" bytes per iteration, measured by ")
          .append(comparison.empty())
          .append(".\n");
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
