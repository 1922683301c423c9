package org.svabench.model.reference;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Quirk;
import org.svabench.model.topology.Family;

/**
 * Seeded operations on random machines: the model against the reference where a design has one, and
 * against the invariants in any case.
 *
 * <p>{@code -Dsvabench.random.machines=N} sets the number of machines per design, {@code
 * -Dsvabench.random.seed=S} the first seed.
 */
class DifferentialIT {
  private static final int MACHINES = Integer.getInteger("svabench.random.machines", 30);
  private static final long FIRST_SEED = Long.getLong("svabench.random.seed", 1);
  private static final int OPERATIONS = 300;

  static Stream<Design> designs() {
    List<Design> designs = new ArrayList<>();
    Designs.names().forEach(name -> designs.add(Designs.named(name).orElseThrow()));
    return designs.stream();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void randomOperationsDoWhatTheReferenceDoes(Design design) {
    explore(design, Set.of(), false);
  }

  @ParameterizedTest
  @MethodSource("designs")
  void randomOperationsWithRandomFailuresDoWhatTheReferenceDoes(Design design) {
    explore(design, Set.of(), true);
  }

  static Stream<Design> designsWithDefects() {
    return designs().filter(design -> !design.eraQuirks().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("designsWithDefects")
  void theDefectsOfAnEraAreWhatTheReferenceDoes(Design design) {
    explore(design, design.eraQuirks(), false);
  }

  static Stream<Design> designsWithTags() {
    return designs()
        .filter(
            design ->
                Generation.of(design)
                    .filter(known -> known.flush() != Generation.Flush.EACH_DEVICE)
                    .isPresent())
        .filter(design -> design.family() == Family.VTD);
  }

  @ParameterizedTest
  @MethodSource("designsWithTags")
  void iotlbCommandsWithoutThePasidAreWhatTheReferenceSends(Design design) {
    explore(design, Set.of(Quirk.NON_PASID_IOTLB), false);
  }

  static Stream<Design> designsOfSmmus() {
    return designs().filter(design -> design.family() == Family.SMMU);
  }

  @ParameterizedTest
  @MethodSource("designsOfSmmus")
  void doubledTlbiSequencesAreWhatTheReferenceSends(Design design) {
    explore(design, Set.of(Quirk.DOUBLED_TLBI), false);
  }

  private static void explore(Design design, Set<Quirk> quirks, boolean faults) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + MACHINES; seed++) {
      Random random = new Random(seed);
      MachineShape shape = RandomShape.draw(random, design.family());
      Trial.Explored explored =
          Trial.explore(random, Trial.empty(shape, design, quirks), OPERATIONS, faults);
      if (explored.failure().isPresent()) {
        report(seed, explored);
      }
    }
  }

  private static void report(long seed, Trial.Explored explored) {
    Scenario small =
        Shrinker.shrink(explored.scenario(), candidate -> Trial.run(candidate).isPresent());
    Optional<Trial.Failure> failure = Trial.run(small);
    fail(
        "seed "
            + seed
            + ": "
            + failure.or(explored::failure).orElseThrow().message()
            + "\noperations: "
            + small.operations()
            + "\nscenario file:\n"
            + ScenarioText.file(small, "seed-" + seed));
  }
}
