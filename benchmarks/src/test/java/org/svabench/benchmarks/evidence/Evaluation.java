package org.svabench.benchmarks.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.svabench.results.gate.record.Pairing;
import org.svabench.results.gate.verdict.Outcome;
import org.svabench.results.gate.verdict.Rules;
import org.svabench.results.table.Table;

/** Recorded pairs resampled into decisions of several rules. The same seed gives the same table. */
final class Evaluation {
  static final String BY_TURNSTILE = "gate, turnstile";

  private static final int FEWEST = 3;

  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Map<String, Map<String, Tally>> byKernel = new LinkedHashMap<>();
  private final List<Sample> turnstile;
  private final List<Sample> adjacent;
  private final int decisions;

  private Evaluation(List<RecordedPair> pairs, int decisions) {
    this.turnstile = samples(pairs, Pairing.TURNSTILE);
    this.adjacent = samples(pairs, Pairing.ADJACENT);
    this.decisions = decisions;
  }

  /**
   * Decides.
   *
   * @param pairs the recorded ones
   * @param rules of the gate
   * @param decisions per rule, kernel and size
   * @param seed of all draws
   * @return the filled tallies
   */
  static Evaluation of(List<RecordedPair> pairs, Rules rules, int decisions, long seed) {
    Evaluation evaluation = new Evaluation(pairs, decisions);
    evaluation.run(new GateRule(BY_TURNSTILE, rules), evaluation.turnstile, seed);
    evaluation.run(new GateRule("gate, adjacent pairs", rules), evaluation.adjacent, seed);
    for (UsualRule rule : UsualRule.values()) {
      evaluation.run(rule, evaluation.adjacent, seed);
    }
    return evaluation;
  }

  private static List<Sample> samples(List<RecordedPair> pairs, Pairing pairing) {
    Map<String, List<RecordedPair>> groups =
        pairs.stream()
            .filter(pair -> pair.pairing() == pairing)
            .collect(
                Collectors.groupingBy(
                    pair -> pair.kernel() + " " + pair.repeats(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Sample> samples = new ArrayList<>();
    for (List<RecordedPair> group : groups.values()) {
      if (group.size() >= FEWEST) {
        samples.add(new Sample(group.get(0).kernel(), group.get(0).repeats(), group));
      }
    }
    return samples;
  }

  private void run(Rule rule, List<Sample> samples, long seed) {
    Random random = new Random(seed);
    Tally tally = new Tally();
    Map<String, Tally> kernels = new TreeMap<>();
    for (Sample sample : samples) {
      Tally kernel = kernels.computeIfAbsent(sample.kernel(), unused -> new Tally());
      for (int i = 0; i < decisions; i++) {
        Rule.Decision decision = rule.decide(sample, random);
        tally.add(sample.repeats(), decision);
        kernel.add(sample.repeats(), decision);
      }
    }
    tallies.put(rule.words(), tally);
    byKernel.put(rule.words(), kernels);
  }

  Tally tally(String rule) {
    return tallies.get(rule);
  }

  /** What there was to draw from, then a table of the rules and one of the gate by kernel. */
  String markdown() {
    Table rules = new Table(1, columns("rule"));
    tallies.forEach((rule, tally) -> rules.add(line(rule, tally)));
    Table kernels = new Table(1, columns("kernel"));
    byKernel.get(BY_TURNSTILE).forEach((kernel, tally) -> kernels.add(line(kernel, tally)));
    return "Simulated: "
        + decisions
        + " decisions per kernel and size, drawn with replacement from real pairs. By turnstile "
        + inWords(turnstile)
        + "; adjacent "
        + inWords(adjacent)
        + ".\n\n"
        + rules.toMarkdown()
        + "\nThe gate by turnstile, kernel by kernel:\n\n"
        + kernels.toMarkdown();
  }

  private static List<String> columns(String what) {
    return List.of(
        what,
        "false FAIL",
        "FAIL at +3%",
        "+5%",
        "+10%",
        "+20%",
        "false PASS at +5%",
        "PASS on A/A",
        "undecided on A/A",
        "seconds mean / p90");
  }

  private static String inWords(List<Sample> samples) {
    if (samples.isEmpty()) {
      return "none";
    }
    int least = samples.stream().mapToInt(s -> s.pairs().size()).min().orElse(0);
    int all = samples.stream().mapToInt(s -> s.pairs().size()).sum();
    long kernels = samples.stream().map(Sample::kernel).distinct().count();
    return String.format(
        Locale.ROOT,
        "%d pairs of %d kernels, %d or more of each kernel and size",
        all,
        kernels,
        least);
  }

  private static List<String> line(String rule, Tally tally) {
    List<String> cells = new ArrayList<>(List.of(rule));
    cells.add(error(tally, 100, Outcome.FAIL));
    for (int size : List.of(103, 105, 110, 120)) {
      cells.add(gain(tally, size, Outcome.FAIL));
    }
    cells.add(error(tally, 105, Outcome.PASS));
    cells.add(gain(tally, 100, Outcome.PASS));
    cells.add(error(tally, 100, Outcome.INCONCLUSIVE));
    cells.add(
        tally.isEmpty()
            ? "-"
            : String.format(Locale.ROOT, "%.0f / %.0f", tally.meanSeconds(), tally.p90Seconds()));
    return cells;
  }

  private static String error(Tally tally, int size, Outcome outcome) {
    return tally.has(size) ? tally.share(size, outcome).asError() : "-";
  }

  private static String gain(Tally tally, int size, Outcome outcome) {
    return tally.has(size) ? tally.share(size, outcome).asGain() : "-";
  }
}
