package org.svabench.benchmarks.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.svabench.benchmarks.exact.CountProfiler;
import org.svabench.benchmarks.harness.Empty;
import org.svabench.benchmarks.harness.Ruler;
import org.svabench.benchmarks.suite.Block;
import org.svabench.benchmarks.suite.RunningJar;
import org.svabench.benchmarks.suite.Suites;
import org.svabench.results.gate.GateOptions;
import org.svabench.results.gate.fork.BenchmarkJar;
import org.svabench.results.gate.verdict.Rules;

/**
 * What the gate does unasked: on a svabench jar it counts with our profiler and takes the rows of
 * suite {@code gate}; on any other jar it takes every benchmark there is.
 *
 * @param ours whether both jars are of svabench
 */
public record OurRows(boolean ours) {
  private static final String SUITE = "gate";
  private static final String COUNTERS = "commands|waits|exits|coveredPages";

  /**
   * Looks at both jars.
   *
   * @param baseline one
   * @param candidate the other
   * @return ours only if both have our profiler
   */
  public static OurRows of(BenchmarkJar baseline, BenchmarkJar candidate) {
    String profiler = CountProfiler.class.getName();
    return new OurRows(!baseline.code(profiler).isEmpty() && !candidate.code(profiler).isEmpty());
  }

  /**
   * Rows where the user named none: of svabench jars the suite without its controls, and rulers.
   *
   * @return at least one target
   */
  public List<GateOptions.Target> targets() {
    List<GateOptions.Target> targets = new ArrayList<>();
    if (ours) {
      Suites.all().stream()
          .filter(suite -> suite.name().equals(SUITE))
          .flatMap(
              suite ->
                  suite.blocks().stream()
                      .filter(block -> !suite.controls().contains(block.benchmark())))
          .map(OurRows::target)
          .forEach(targets::add);
      targets.add(new GateOptions.Target(exactly(Ruler.class.getName()) + "\\..*", Map.of()));
    }
    return targets.size() > 1 ? targets : List.of(new GateOptions.Target(".*", Map.of()));
  }

  private static GateOptions.Target target(Block block) {
    Map<String, String> parameters = new LinkedHashMap<>();
    block.params().forEach((name, values) -> parameters.put(name, String.join(",", values)));
    return new GateOptions.Target(exactly(block.benchmark()) + "$", parameters);
  }

  private static String exactly(String name) {
    return "^" + Pattern.quote(name);
  }

  /**
   * Rows that no change of ours can touch.
   *
   * @return found in their keys; null where there are none
   */
  public Pattern rulers() {
    return ours ? Pattern.compile("^" + Ruler.class.getSimpleName() + "\\.") : null;
  }

  /**
   * Profilers to count with.
   *
   * @return class names, empty for a jar that is not ours
   */
  public List<String> profilers() {
    return ours ? List.of(CountProfiler.class.getName()) : List.of();
  }

  /**
   * Counters that must be equal.
   *
   * @return a regular expression
   */
  public String exactCounters() {
    return ours ? COUNTERS : Rules.NO_COUNTER;
  }

  /**
   * The benchmark that does nothing, in the jar this code runs from.
   *
   * @return null where it runs from no jar
   */
  public static GateOptions.Empty empty() {
    return RunningJar.file()
        .map(
            jar ->
                new GateOptions.Empty(
                    BenchmarkJar.of("benchmarks.jar", jar), Empty.class.getName() + ".nothing"))
        .orElse(null);
  }
}
