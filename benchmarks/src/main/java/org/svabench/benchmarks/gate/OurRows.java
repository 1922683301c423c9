package org.svabench.benchmarks.gate;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.svabench.benchmarks.exact.CountProfiler;
import org.svabench.benchmarks.harness.Empty;
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
   * Rows where the user named none.
   *
   * @return at least one target
   */
  public List<GateOptions.Target> targets() {
    return List.of(new GateOptions.Target(".*", Map.of()));
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
    try {
      Path jar = Path.of(OurRows.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(jar)
          ? new GateOptions.Empty(
              BenchmarkJar.of("benchmarks.jar", jar), Empty.class.getName() + ".nothing")
          : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
