package org.svabench.benchmarks.suite;

import static org.svabench.benchmarks.suite.Blocks.TOPOLOGIES;
import static org.svabench.benchmarks.suite.Blocks.alone;
import static org.svabench.benchmarks.suite.Blocks.compared;
import static org.svabench.benchmarks.suite.Blocks.name;
import static org.svabench.benchmarks.suite.Blocks.repeatBonds;
import static org.svabench.benchmarks.suite.Blocks.shape;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.svabench.benchmarks.bind.BindUnbind;
import org.svabench.benchmarks.contention.Churn;
import org.svabench.benchmarks.harness.Empty;
import org.svabench.benchmarks.harness.Hiccups;
import org.svabench.benchmarks.invalidate.NotifierInvalidation;
import org.svabench.benchmarks.jmh.Selection;
import org.svabench.benchmarks.lifetime.MmExit;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.Nearest;
import org.svabench.results.run.ComparisonRecord;

/**
 * The suites, all of them, as data.
 *
 * <p>Budgets are for two cores, with about {@link Shape#JVM} per fork for the start of its JVM:
 *
 * <ul>
 *   <li>{@code smoke}: 16 forks of 0.7 s + 8 x 100 ms, 24 s.
 *   <li>{@code headline}: 4 rounds of 43 forks, 31 of them 0.7 s + 10 x 100 ms and 12 of 0.7 s + 13
 *       x 100 ms, 5 min 7 s.
 *   <li>{@code gate}: as long, of more kinds of calls on fewer topologies.
 *   <li>{@code index}, {@code bitset}, {@code kernel}: some 10 min each, parts of {@code full}.
 *   <li>{@code full}: hours; for several machines, see {@code --shard}.
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

  /** Enough for what no hardware is told of. */
  private static final List<String> NEAR_AND_FAR = List.of("spr-1s-dsa", "guest-1viommu:16");

  private static final List<String> ONE = List.of("spr-1s-dsa");
  private static final List<String> BIG = List.of("spr-2s-dsa-iaa");
  private static final List<String> ONE_EACH = List.of("spr-2s-dsa-iaa", "guest-1viommu:4");

  private static final List<String> GATED = List.of("vtd-6.6", "vtd-6.14", "vtd-bitset");

  /** What every part of a sharded run has, since it is about the machine and not about designs. */
  private static final List<String> CONTROLS = List.of(nothing(), name(Hiccups.class, "idle"));

  /** Competing designs, in the order of the tables, and what sets them apart. */
  public static final ComparisonRecord COMPARISON =
      new ComparisonRecord(
          "design", "vtd-6.6", List.of("smmu-6.6", "amd-6.14"), meanings(), "topology", nothing());

  private static final Suite SMOKE =
      new Suite(
          "smoke",
          "the main rows once, to see that all works and nothing allocates",
          1,
          Duration.ofMinutes(1),
          COMPARISON,
          CONTROLS,
          List.of(
              alone(Empty.class, "nothing", shape(3, 5)),
              compared(
                  NotifierInvalidation.class,
                  "onePage",
                  DESIGNS,
                  List.of("spr-1s-dsa", "guest-1viommu:4"),
                  shape(3, 5)),
              repeatBonds(DESIGNS, ONE, shape(3, 5)),
              compared(BindUnbind.class, "newDeviceIntoSharedDomain", DESIGNS, ONE, shape(3, 5)),
              compared(BindUnbind.class, "firstDevice", DESIGNS, ONE, shape(3, 5))));

  private static final Suite HEADLINE =
      new Suite(
          "headline",
          "what one SVA domain per mm saves over one per group",
          4,
          Duration.ofMinutes(6),
          COMPARISON,
          CONTROLS,
          List.of(
              compared(NotifierInvalidation.class, "onePage", DESIGNS, TOPOLOGIES, shape(5, 8)),
              repeatBonds(DESIGNS, NEAR_AND_FAR, shape(4, 6)),
              compared(
                  BindUnbind.class, "newDeviceIntoSharedDomain", DESIGNS, TOPOLOGIES, shape(4, 6)),
              compared(BindUnbind.class, "firstDevice", DESIGNS, TOPOLOGIES, shape(4, 6)),
              alone(Hiccups.class, "idle", shape(4, 6))));

  private static final Suite GATE =
      new Suite(
          "gate",
          "the software path of every kind of call, where a regression would show",
          4,
          Duration.ofMinutes(6),
          COMPARISON,
          CONTROLS,
          List.of(
              alone(Empty.class, "nothing", shape(4, 6)),
              alone(Hiccups.class, "idle", shape(4, 6)),
              compared(NotifierInvalidation.class, "onePage", GATED, ONE_EACH, shape(4, 6)),
              compared(NotifierInvalidation.class, "unalignedHugePage", GATED, BIG, shape(4, 6)),
              compared(NotifierInvalidation.class, "wholeMm", GATED, BIG, shape(4, 6)),
              repeatBonds(GATED, BIG, shape(4, 6)),
              compared(BindUnbind.class, "newDeviceIntoSharedDomain", GATED, BIG, shape(4, 6)),
              compared(BindUnbind.class, "firstDevice", GATED, BIG, shape(4, 6)),
              compared(MmExit.class, "allDevicesBound", GATED, BIG, shape(4, 6)),
              compared(Churn.class, "sameMm", GATED, BIG, shape(4, 6))));

  private static final Suite FULL =
      new Suite(
          "full",
          "every benchmark over designs, topologies, range classes, costs and rates",
          5,
          Duration.ofHours(5),
          COMPARISON,
          CONTROLS,
          FullSuite.blocks());

  private static final Suite INDEX =
      new Suite(
          "index",
          "the structures that say who must be told, on the same work, by one and two threads",
          5,
          Duration.ofMinutes(15),
          new ComparisonRecord(
              "index", "spinlocked-list", List.of(), indexes(), "topology", nothing()),
          CONTROLS,
          PeerSuites.withControls(PeerSuites.index()));

  private static final Suite BITSET =
      new Suite(
          "bitset",
          "the bitset of the bitset index beside its peers, by one thread",
          3,
          Duration.ofMinutes(15),
          new ComparisonRecord("set", "iommu-bitset", List.of(), sets(), "bits", nothing()),
          CONTROLS,
          PeerSuites.withControls(PeerSuites.bitset()));

  private static final Suite KERNEL =
      new Suite(
          "kernel",
          "the calls that were measured on the kernel's own C, beside it",
          3,
          Duration.ofMinutes(15),
          COMPARISON,
          CONTROLS,
          PeerSuites.withControls(PeerSuites.kernel()));

  private static final List<Suite> ALL =
      List.of(SMOKE, HEADLINE, GATE, INDEX, BITSET, KERNEL, FULL);

  private Suites() {}

  /**
   * Every suite.
   *
   * @return shortest first
   */
  public static List<Suite> all() {
    return ALL;
  }

  /** Parameters whose values compete in any suite: rows that differ in nothing else take turns. */
  static Set<String> competing() {
    return ALL.stream().map(suite -> suite.comparison().compared()).collect(Collectors.toSet());
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
        CONTROLS,
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

  private static String nothing() {
    return name(Empty.class, "nothing");
  }

  private static Map<String, String> meanings() {
    return inOrder(
        "vtd-6.6", "a domain per group, told device by device",
        "vtd-6.8", "sharing alone",
        "vtd-6.10", "sharing, commands per IOMMU",
        "vtd-6.12", "sharing, commands per IOMMU, batched in bind order",
        "vtd-6.14", "sharing, commands per IOMMU, batched",
        "vtd-7.1", "as vtd-6.14, ATS required",
        "vtd-bitset", "sharing, our lock-free bitset, batched",
        "shared", "sharing, told per IOMMU, batched",
        "smmu-6.6", "a domain per group, a notifier each",
        "smmu-6.11", "a domain per unit",
        "smmu-invs", "a domain per unit, a sorted array",
        "amd-6.14", "sharing, told device by device");
  }

  private static Map<String, String> indexes() {
    return inOrder(
        "spinlocked-list", "as the kernel's",
        "rcu-list", "readers take no lock",
        "rcu-array", "sorted, replaced as a whole",
        "bitset", "lock-free");
  }

  private static Map<String, String> sets() {
    return inOrder(
        "iommu-bitset", "ours",
        "synchronized", "BitSet under a monitor",
        "reentrant-lock", "BitSet under a ReentrantLock",
        "stamped-lock", "BitSet under a StampedLock",
        "atomic-long-array", "AtomicLongArray",
        "non-blocking-set-int", "of JCTools");
  }

  private static Map<String, String> inOrder(String... namesAndMeanings) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (int i = 0; i < namesAndMeanings.length; i += 2) {
      meanings.put(namesAndMeanings[i], namesAndMeanings[i + 1]);
    }
    return meanings;
  }
}
