package org.svabench.benchmarks.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.svabench.benchmarks.jmh.Selection;
import org.svabench.results.input.BadInput;

/**
 * The rows of a suite as the user's JMH options leave them, and the order of their forks.
 *
 * <p>Patterns and {@code -e} select rows, {@code -p} replaces values, {@code -f} is the number of
 * rounds. Immutable.
 */
public final class Plan {
  private final List<List<Row>> comparisons;
  private final List<String> controls;
  private final int rounds;

  private Plan(List<List<Row>> comparisons, List<String> controls, int rounds) {
    this.controls = controls;
    this.comparisons = comparisons;
    this.rounds = rounds;
  }

  /**
   * Lays out a run.
   *
   * @param suite what to run
   * @param options the user's JMH options
   * @return at least one row
   * @throws BadInput if nothing is selected, or a {@code -p} names no parameter of any row
   */
  public static Plan of(Suite suite, CommandLineOptions options) {
    KnownValues.check(options);
    Collection<BenchmarkListEntry> selected =
        Selection.of(options.getIncludes(), options.getExcludes());
    Set<String> competing = Suites.competing();
    Map<Row, List<Row>> comparisons = new LinkedHashMap<>();
    for (Block block : suite.blocks()) {
      selected.stream()
          .filter(entry -> entry.getUsername().equals(block.benchmark()))
          .flatMap(entry -> rows(block, entry, options).stream())
          .forEach(
              row ->
                  comparisons
                      .computeIfAbsent(row.without(competing), r -> new ArrayList<>())
                      .add(row));
    }
    if (comparisons.isEmpty()) {
      throw new BadInput(
          "suite "
              + suite.name()
              + ": no benchmark of it "
              + (options.getExcludes().isEmpty()
                  ? "matches " + String.join(" ", options.getIncludes())
                  : "is left by -e " + String.join(" ", options.getExcludes()))
              + "; see suite "
              + suite.name()
              + " --dry-run");
    }
    int rounds = options.getForkCount().orElse(suite.rounds());
    if (rounds < 1) {
      throw new BadInput("-f 0: a suite measures in forks of their own; use 1 or more");
    }
    return new Plan(List.copyOf(comparisons.values()), suite.controls(), rounds);
  }

  private static List<Row> rows(Block block, BenchmarkListEntry entry, CommandLineOptions options) {
    Map<String, String[]> declared =
        entry.getParams().orElse(Collections.<String, String[]>emptyMap());
    List<Row> rows = List.of(new Row(block.benchmark(), Map.of(), block.shape().with(options)));
    for (Map.Entry<String, String[]> param : declared.entrySet()) {
      String name = param.getKey();
      List<String> inSuite = block.params().getOrDefault(name, List.of(param.getValue()));
      Collection<String> values = options.getParameter(name).orElse(inSuite);
      rows =
          rows.stream()
              .flatMap(row -> values.stream().map(value -> with(row, name, value)))
              .toList();
    }
    return rows;
  }

  private static Row with(Row row, String name, String value) {
    Map<String, String> params = new LinkedHashMap<>(row.params());
    params.put(name, value);
    return new Row(row.benchmark(), Collections.unmodifiableMap(params), row.shape());
  }

  /**
   * The part of the plan that one of several machines runs: the longest comparison first, each to
   * the part that has least so far, controls to every part. The same plan is always divided alike.
   *
   * @param shard which part
   * @return at least one comparison
   * @throws BadInput if there are more parts than comparisons
   */
  public Plan part(Shard shard) {
    List<List<Row>> longestFirst =
        comparisons.stream()
            .filter(comparison -> !isControl(comparison.get(0)))
            .sorted(Comparator.comparing(Plan::time).reversed())
            .toList();
    if (shard.parts() > longestFirst.size()) {
      throw new BadInput(
          "--shard "
              + shard
              + ": there are "
              + longestFirst.size()
              + " comparisons, so at most as many parts");
    }
    Duration[] times = new Duration[shard.parts()];
    Arrays.fill(times, Duration.ZERO);
    Set<List<Row>> mine = new HashSet<>();
    for (List<Row> comparison : longestFirst) {
      int least = 0;
      for (int part = 1; part < times.length; part++) {
        least = times[part].compareTo(times[least]) < 0 ? part : least;
      }
      times[least] = times[least].plus(time(comparison));
      if (least == shard.part() - 1) {
        mine.add(comparison);
      }
    }
    return new Plan(
        comparisons.stream()
            .filter(comparison -> isControl(comparison.get(0)) || mine.contains(comparison))
            .toList(),
        controls,
        rounds);
  }

  /** Whether every part of a sharded run has the row. */
  boolean isControl(Row row) {
    return controls.contains(row.benchmark());
  }

  private static Duration time(List<Row> comparison) {
    return comparison.stream().map(row -> row.shape().fork()).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * Forks of each row.
   *
   * @return at least 1
   */
  public int rounds() {
    return rounds;
  }

  /**
   * Every row once, competing rows together.
   *
   * @return in the order of the tables
   */
  public List<Row> rows() {
    return comparisons.stream().flatMap(List::stream).toList();
  }

  /**
   * The order of one round's forks. Competing rows run next to each other. Who goes first is drawn
   * anew for every odd round and turned round in the even one after it, so that over both rounds
   * nobody gains from going first.
   *
   * @param round from 1
   * @param seed the same seed gives the same order
   * @return every row once
   */
  public List<Row> turns(int round, long seed) {
    int pairOfRounds = (round + 1) / 2;
    Random random = new Random(seed * 31 + pairOfRounds);
    List<List<Row>> order = new ArrayList<>(comparisons);
    Collections.shuffle(order, random);
    List<Row> turns = new ArrayList<>();
    for (List<Row> comparison : order) {
      List<Row> rows = new ArrayList<>(comparison);
      Collections.shuffle(rows, random);
      if (round % 2 == 0) {
        Collections.reverse(rows);
      }
      turns.addAll(rows);
    }
    return turns;
  }

  /**
   * How long the run takes, about, with the starts of its JVMs.
   *
   * @return wall time
   */
  public Duration estimate() {
    return time(rows()).multipliedBy(rounds);
  }

  private String compared() {
    return Suites.competing().stream()
        .filter(name -> rows().stream().anyMatch(row -> row.params().containsKey(name)))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /**
   * For {@code --dry-run}.
   *
   * @param seed of the order
   * @return lines, each ended
   */
  public String describe(long seed) {
    StringBuilder text = new StringBuilder();
    for (int round = 1; round <= rounds; round++) {
      text.append("round ").append(round).append('\n');
      for (Row row : turns(round, seed)) {
        text.append("  ").append(row).append('\n');
      }
    }
    return text.append(rows().size())
        .append(" rows in ")
        .append(comparisons.size())
        .append(" comparisons by ")
        .append(compared())
        .append(", ")
        .append(rounds)
        .append(rounds == 1 ? " fork" : " forks")
        .append(" each: about ")
        .append(Minutes.of(estimate()))
        .append(" (")
        .append(Shape.JVM.toMillis())
        .append(" ms per JVM start counted)\n")
        .toString();
  }
}
