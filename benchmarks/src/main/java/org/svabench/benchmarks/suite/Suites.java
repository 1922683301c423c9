package org.svabench.benchmarks.suite;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.TimeValue;
import org.svabench.benchmarks.bind.BindUnbind;
import org.svabench.benchmarks.harness.Empty;
import org.svabench.benchmarks.invalidate.NotifierInvalidation;
import org.svabench.benchmarks.jmh.Selection;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.Nearest;
import org.svabench.results.run.ComparisonRecord;

/**
 * The suites, all of them, as data.
 *
 * <p>Budgets are for two cores, with about {@link Shape#JVM} per fork for the start of its JVM:
 *
 * <ul>
 *   <li>{@code smoke}: 16 forks of 0.5 s + 8 x 100 ms, 21 s.
 *   <li>{@code headline}: 4 rounds of 48 forks, 36 of them 0.5 s + 10 x 100 ms and 12 of 0.5 s + 13
 *       x 100 ms, 5 min 2 s.
 * </ul>
 */
public final class Suites {
  /** What runs when nothing is asked for. */
  public static final String DEFAULT = "headline";

  /** Name of the suite that JMH patterns make up. */
  public static final String SELECTED = "selected";

  /** Order in which compared rows take turns, unless told otherwise. */
  public static final long DEFAULT_SEED = 1;

  private static final int USUAL_ROUNDS = 3;

  private static final List<String> DESIGNS = List.of("vtd-6.6", "vtd-6.8", "vtd-6.14");
  private static final List<String> TOPOLOGIES =
      List.of("spr-2s-dsa-iaa", "spr-1s-dsa", "guest-1viommu:4", "guest-1viommu:16");

  /** Competing designs, in the order of the tables, and what sets them apart. */
  public static final ComparisonRecord COMPARISON =
      new ComparisonRecord("design", "vtd-6.6", meanings(), "topology", nothing());

  private static final Suite SMOKE =
      new Suite(
          "smoke",
          "every kind of row once, to see that all works and nothing allocates",
          1,
          Duration.ofMinutes(1),
          COMPARISON,
          List.of(
              new Block(nothing(), Map.of(), shape(3, 5)),
              rows(invalidation("onePage"), List.of("spr-1s-dsa", "guest-1viommu:4"), shape(3, 5)),
              repeatBonds(List.of("spr-1s-dsa"), shape(3, 5)),
              rows(bind("newDeviceIntoSharedDomain"), List.of("spr-1s-dsa"), shape(3, 5)),
              rows(bind("firstDevice"), List.of("spr-1s-dsa"), shape(3, 5))));

  private static final Suite HEADLINE =
      new Suite(
          "headline",
          "what one SVA domain per mm saves over one per group",
          4,
          Duration.ofMinutes(6),
          COMPARISON,
          List.of(
              rows(invalidation("onePage"), TOPOLOGIES, shape(5, 8)),
              repeatBonds(TOPOLOGIES, shape(4, 6)),
              rows(bind("newDeviceIntoSharedDomain"), TOPOLOGIES, shape(4, 6)),
              rows(bind("firstDevice"), TOPOLOGIES, shape(4, 6))));

  private static final List<Suite> ALL = List.of(SMOKE, HEADLINE);

  private Suites() {}

  /**
   * Every suite.
   *
   * @return shortest first
   */
  public static List<Suite> all() {
    return ALL;
  }

  /**
   * A suite by name.
   *
   * @param name as on the command line
   * @return the suite
   * @throws BadInput if there is none of this name
   */
  public static Suite named(String name) {
    return ALL.stream()
        .filter(suite -> suite.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInput(
                    "suite "
                        + name
                        + ": no such suite; "
                        + Nearest.hint(name, ALL.stream().map(Suite::name).toList())));
  }

  /**
   * The suite that JMH options select, each benchmark as its annotations say.
   *
   * @param options patterns, {@code -e}, {@code -p} and the rest
   * @return a suite named {@link #SELECTED}
   */
  public static Suite selected(CommandLineOptions options) {
    return new Suite(
        SELECTED,
        "what JMH's options select",
        USUAL_ROUNDS,
        Duration.ofDays(1),
        COMPARISON,
        Selection.of(options.getIncludes(), options.getExcludes()).stream()
            .map(entry -> new Block(entry.getUsername(), Map.of(), Shape.of(entry)))
            .distinct()
            .toList());
  }

  /**
   * The suite a run was made of.
   *
   * @param name as in {@code run.json}
   * @param options the JMH options it was given
   * @return the suite
   * @throws BadInput if there is none of this name
   */
  static Suite of(String name, CommandLineOptions options) {
    return name.equals(SELECTED) ? selected(options) : named(name);
  }

  private static Block rows(String benchmark, List<String> topologies, Shape shape) {
    return new Block(benchmark, Map.of("design", DESIGNS, "topology", topologies), shape);
  }

  /**
   * A repeat bind takes a few nanoseconds: means of 256 calls, so that the timer stays below 10 %.
   */
  private static Block repeatBonds(List<String> topologies, Shape shape) {
    return new Block(
        bind("repeatBond"),
        Map.of("design", DESIGNS, "topology", topologies, "batch", List.of("256")),
        shape);
  }

  private static String invalidation(String method) {
    return NotifierInvalidation.class.getName() + "." + method;
  }

  private static String bind(String method) {
    return BindUnbind.class.getName() + "." + method;
  }

  private static String nothing() {
    return Empty.class.getName() + ".nothing";
  }

  private static Shape shape(int warmups, int measurements) {
    TimeValue window = TimeValue.milliseconds(100);
    return new Shape(warmups, window, measurements, window);
  }

  private static Map<String, String> meanings() {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put("vtd-6.6", "a domain per group, told device by device");
    meanings.put("vtd-6.8", "sharing alone");
    meanings.put("vtd-6.14", "sharing, commands per IOMMU, batched");
    return meanings;
  }
}
