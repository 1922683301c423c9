package org.svabench.results.gate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.svabench.results.gate.fork.BenchmarkJar;
import org.svabench.results.gate.fork.Environment;
import org.svabench.results.gate.record.Shape;
import org.svabench.results.gate.verdict.Rules;

/**
 * What a gate is asked to do.
 *
 * @param baseline what the candidate is held against
 * @param candidate what is to be let in or not
 * @param targets which rows, at least one
 * @param environment the JVM and its arguments
 * @param rules what decides
 * @param shape of a fork
 * @param budget wall time for all rows, null for as long as the looks take
 * @param adjacent rows whose forks must not live at the same time, by a regular expression over
 *     their keys; null for none
 * @param rulers rows that are known not to differ between the jars, by a regular expression over
 *     their keys; null for none
 * @param empty where a benchmark that does nothing is, null where there is none
 * @param seed of the orders
 * @param parent folder of the run's folder
 * @param label of the run
 */
public record GateOptions(
    BenchmarkJar baseline,
    BenchmarkJar candidate,
    List<Target> targets,
    Environment environment,
    Rules rules,
    Shape shape,
    Duration budget,
    Pattern adjacent,
    Pattern rulers,
    Empty empty,
    long seed,
    Path parent,
    String label) {

  /** Twice a second in windows of a twentieth. */
  public static final Shape STANDARD_SHAPE = new Shape(20, 20, 50);

  /**
   * Benchmarks and the values of their parameters.
   *
   * @param include JMH pattern
   * @param parameters values that replace the benchmark's own, several separated by commas
   */
  public record Target(String include, Map<String, String> parameters) {}

  /**
   * A benchmark that does nothing: it shows what the harness itself allocates.
   *
   * @param jar where it is
   * @param benchmark its fully qualified name
   */
  public record Empty(BenchmarkJar jar, String benchmark) {}
}
