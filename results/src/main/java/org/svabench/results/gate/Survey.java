package org.svabench.results.gate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.svabench.results.gate.fork.BenchmarkJar;
import org.svabench.results.gate.fork.ForkCrash;
import org.svabench.results.gate.fork.Inventory;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.input.BadInput;
import org.svabench.results.jmh.ResultKey;

/**
 * What the two jars have, and one short fork of every row of either: the rows, their units and
 * settings, their allocation and counters. Not for concurrent use.
 */
final class Survey {
  static final Shape SHORT = new Shape(5, 5, 100);

  private final GateOptions options;
  private final Inventory inventory;
  private final GateProgress progress;
  private final Map<Arm, BenchmarkJar> jars = new EnumMap<>(Arm.class);
  private final Map<Arm, Map<ResultKey, Inventory.Entry>> entries = new EnumMap<>(Arm.class);
  private final Map<Arm, Set<Selected>> names = new EnumMap<>(Arm.class);
  private final Map<String, ForkCrash> crashes = new LinkedHashMap<>();

  Survey(GateOptions options, Inventory inventory, GateProgress progress) {
    this.options = options;
    this.inventory = inventory;
    this.progress = progress;
    jars.put(Arm.BASELINE, options.baseline());
    jars.put(Arm.CANDIDATE, options.candidate());
  }

  /** Lists, then measures; takes about two seconds a row and side. */
  void run() throws IOException, InterruptedException {
    Set<Selected> all = list();
    int n = 0;
    for (Selected name : all) {
      progress.phase("exact figures, " + ++n + " of " + all.size() + ": " + name.benchmark());
      for (Arm arm : Arm.values()) {
        if (names.get(arm).contains(name)) {
          measure(arm, name);
        }
      }
    }
  }

  /** What the options select, in the baseline's order; measures nothing. */
  List<GateListing.Line> listing() throws IOException, InterruptedException {
    return list().stream()
        .map(
            name ->
                new GateListing.Line(
                    name.benchmark(),
                    name.parameters(),
                    names.get(Arm.BASELINE).contains(name),
                    names.get(Arm.CANDIDATE).contains(name)))
        .toList();
  }

  private Set<Selected> list() throws IOException, InterruptedException {
    for (Arm arm : Arm.values()) {
      entries.put(arm, new LinkedHashMap<>());
      names.put(arm, list(arm));
    }
    Set<Selected> all = new LinkedHashSet<>(names.get(Arm.BASELINE));
    all.addAll(names.get(Arm.CANDIDATE));
    if (all.isEmpty()) {
      throw new BadInput(
          "--include "
              + options.targets().stream()
                  .map(GateOptions.Target::include)
                  .collect(Collectors.joining(" "))
              + ": matches no benchmark of either jar");
    }
    return all;
  }

  /** A benchmark and the values of its parameters. */
  private record Selected(String benchmark, Map<String, String> parameters) {}

  private Set<Selected> list(Arm arm) throws IOException, InterruptedException {
    Set<Selected> found = new LinkedHashSet<>();
    try {
      for (GateOptions.Target target : options.targets()) {
        inventory
            .benchmarks(arm, jars.get(arm), target.include())
            .forEach(name -> found.add(new Selected(name, target.parameters())));
      }
      return found;
    } catch (ForkCrash e) {
      throw new BadInput("--" + arm.word() + " " + jars.get(arm).path() + ": " + e.getMessage());
    }
  }

  private void measure(Arm arm, Selected name) throws IOException, InterruptedException {
    try {
      Map<ResultKey, Inventory.Entry> rows =
          inventory.measure(arm, jars.get(arm), name.benchmark(), name.parameters(), SHORT);
      rows.values().forEach(row -> JmhMinimum.check(arm, jars.get(arm), row.jmhVersion()));
      entries.get(arm).putAll(rows);
    } catch (ForkCrash e) {
      crashes.putIfAbsent(name.benchmark(), e);
    }
  }

  /** Rows that both sides have, in the baseline's order. */
  List<ResultKey> common() {
    return entries.get(Arm.BASELINE).keySet().stream()
        .filter(entries.get(Arm.CANDIDATE)::containsKey)
        .toList();
  }

  /** Rows that only one side has, though its benchmark did not crash on the other. */
  List<ResultKey> only(Arm arm) {
    return entries.get(arm).keySet().stream()
        .filter(key -> !entries.get(arm.other()).containsKey(key))
        .filter(key -> !crashes.containsKey(key.benchmark()))
        .toList();
  }

  /** Rows that could not be measured on one side at least, and why. */
  Map<ResultKey, String> broken() {
    Map<ResultKey, String> broken = new LinkedHashMap<>();
    crashes.forEach(
        (name, crash) -> {
          List<ResultKey> known = new ArrayList<>();
          entries.values().stream()
              .flatMap(rows -> rows.keySet().stream())
              .filter(key -> key.benchmark().equals(name))
              .forEach(known::add);
          if (known.isEmpty()) {
            known.add(new ResultKey(name, "?", 1, Map.of()));
          }
          known.forEach(key -> broken.put(key, crash.getMessage()));
        });
    return broken;
  }

  Inventory.Entry entry(Arm arm, ResultKey row) {
    return entries.get(arm).get(row);
  }

  String jmhVersion(Arm arm) {
    return entries.get(arm).values().stream()
        .map(Inventory.Entry::jmhVersion)
        .findFirst()
        .orElse("");
  }

  /** Why a row's sides cannot be compared, null where they can. */
  String refusal(ResultKey row) {
    List<String> a = entry(Arm.BASELINE, row).jvmArguments();
    List<String> b = entry(Arm.CANDIDATE, row).jvmArguments();
    if (!Objects.equals(a, b)) {
      return "JVM arguments differ: " + a + " and " + b + "; give both the same";
    }
    return row.params().values().stream().anyMatch(value -> value.contains(","))
        ? "a parameter's value has a comma, which JMH's command line cannot select"
        : null;
  }

  /** One more short fork of one row on one side. */
  Inventory.Entry again(Arm arm, ResultKey row)
      throws ForkCrash, IOException, InterruptedException {
    Inventory.Entry entry =
        inventory.measure(arm, jars.get(arm), row.benchmark(), row.params(), SHORT).get(row);
    if (entry == null) {
      throw new ForkCrash(arm, "the " + arm.word() + " gave no result for " + row);
    }
    return entry;
  }
}
