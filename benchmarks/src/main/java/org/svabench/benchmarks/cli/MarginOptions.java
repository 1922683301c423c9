package org.svabench.benchmarks.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.svabench.benchmarks.choice.PercentChoice;
import org.svabench.results.gate.verdict.Margin;
import org.svabench.results.gate.verdict.Metric;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.input.BadInput;
import picocli.CommandLine.Option;

/** How much slower is too much, for all rows and for some. */
final class MarginOptions {
  @Option(
      names = "--tolerance",
      paramLabel = "[REGEX=]N%",
      description = "a slow-down below it passes (default: 5%%); REGEX for rows it is found in")
  private List<String> tolerances = List.of();

  @Option(
      names = "--floor",
      paramLabel = "[REGEX=]N%",
      description = "only a slow-down above it can fail (default: 1%%)")
  private List<String> floors = List.of();

  Rules applyTo(Rules rules) {
    Margin margin = rules.margins().get(Metric.TYPICAL);
    Map<String, Margin> some = new LinkedHashMap<>();
    for (String word : tolerances) {
      PercentChoice choice = PercentChoice.of("--tolerance", word);
      if (choice.rows() == null) {
        margin = new Margin(choice.share(), margin.floor());
      } else {
        some.put(choice.rows().pattern(), new Margin(choice.share(), Double.NaN));
      }
    }
    for (String word : floors) {
      PercentChoice choice = PercentChoice.of("--floor", word);
      if (choice.rows() == null) {
        margin = new Margin(margin.tolerance(), choice.share());
      } else {
        some.merge(
            choice.rows().pattern(),
            new Margin(Double.NaN, choice.share()),
            (t, f) -> new Margin(t.tolerance(), f.floor()));
      }
    }
    Margin usual = margin;
    some.replaceAll((pattern, part) -> part.orElse(usual));
    some.values().forEach(MarginOptions::check);
    check(usual);
    return rules.withTypical(usual, some);
  }

  private static void check(Margin margin) {
    if (margin.floor() >= margin.tolerance()) {
      throw new BadInput(
          "--floor must be below --tolerance: a slow-down that may pass must not be able to fail");
    }
  }
}
