package org.svabench.results.exchange;

import java.util.ArrayList;
import java.util.List;
import org.svabench.results.exchange.Exported.Figure;
import org.svabench.results.table.Figures;

/**
 * Input of github-action-benchmark's tool {@code customSmallerIsBetter}: a list of name, unit,
 * value, range and extra. The action's own tool for JMH takes every score for a time and drops the
 * mode from the name; here throughput is turned into time and each row has a name of its own.
 */
final class GithubActionBenchmark {
  /** One row; nulls are left out. */
  private record Bench(String name, String unit, double value, String range, String extra) {}

  private GithubActionBenchmark() {}

  static Export export(Exported source, ExportOptions options) {
    List<Bench> benches = new ArrayList<>();
    int leftOut = 0;
    for (Figure figure : source.figures()) {
      PerOperation cost = PerOperation.of(figure.metric()).orElse(null);
      if (cost != null && cost.estimate().isFinite()) {
        benches.add(bench(figure, cost));
      } else if (cost != null) {
        leftOut++;
      }
    }
    return Export.json(benches, leftOut);
  }

  private static Bench bench(Figure figure, PerOperation cost) {
    Estimate estimate = cost.estimate();
    String unit = figure.metric().unit();
    return new Bench(
        figure.fullName(),
        cost.quantity().unit(),
        estimate.value(),
        estimate.hasInterval()
            ? Figures.of(estimate.low()) + ".." + Figures.of(estimate.high())
            : null,
        unit.equals(cost.quantity().unit())
            ? null
            : "measured: " + Figures.of(figure.metric().score()) + " " + unit);
  }
}
