package org.svabench.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.model.Designs;
import org.svabench.model.reference.MachineShape.Endpoint;
import org.svabench.model.reference.MachineShape.Unit;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;

/**
 * The recorded models on the machines that the recordings are made on, those of which no recording
 * is at hand above all: a trace to its end, where every handle is unbound and every mm exits.
 *
 * <p>{@code -Dsvabench.random.operations=N} sets the operations of a trace before its end, {@code
 * -Dsvabench.random.seed=S} the seed.
 */
class WholeTracesTest {
  private static final int OPERATIONS = Integer.getInteger("svabench.random.operations", 200);
  private static final long SEED = Long.getLong("svabench.random.seed", 1);
  private static final int[] LIMITS = {0, 2, 4, 8, 16, Topology.PASID_SPACE};

  private static Unit unit(int compatibilityClass) {
    return new Unit(compatibilityClass, false, true);
  }

  private static Endpoint device(int number, int unit, int group, boolean ats, int maxPasids) {
    return new Endpoint(
        number,
        unit,
        group,
        number,
        ats,
        false,
        false,
        maxPasids,
        2 * unit + 1 << 8 | number * 8 & 0xff | number / 32);
  }

  private static MachineShape machine(
      List<Integer> classes, int devices, IntFunction<Endpoint> device) {
    return new MachineShape(
        Family.VTD,
        classes.stream().map(WholeTracesTest::unit).toList(),
        IntStream.range(0, devices).mapToObj(device).toList());
  }

  private static MachineShape shape(String topology) {
    return switch (topology) {
      case "t01_1x1" -> machine(List.of(0), 1, i -> plain(i, 0));
      case "t03_1x16_atsmix" -> machine(List.of(0), 16, i -> withoutSomeAts(i, 0));
      case "t04_1x64" -> machine(List.of(0), 64, i -> plain(i, 0));
      case "t06_4x16" -> machine(List.of(0, 0, 0, 0), 64, i -> plain(i, i % 4));
      case "t08_4iommu_4class" -> machine(List.of(0, 1, 2, 3), 16, i -> withoutSomeAts(i, i / 4));
      case "t12_mix" -> mix();
      default -> throw new IllegalArgumentException(topology);
    };
  }

  private static Endpoint plain(int number, int unit) {
    return device(number, unit, number, true, Topology.PASID_SPACE);
  }

  private static Endpoint withoutSomeAts(int number, int unit) {
    return device(number, unit, number, number % 4 != 2, Topology.PASID_SPACE);
  }

  /** Groups of one to three devices, some over two units, that differ in class, PASIDs and ATS. */
  private static MachineShape mix() {
    Random random = new Random(12);
    List<Endpoint> devices = new ArrayList<>();
    for (int group = 0; group < 12; group++) {
      for (int i = random.nextInt(3); i >= 0; i--) {
        devices.add(
            device(
                devices.size(),
                random.nextInt(5) == 0 ? random.nextInt(4) : group / 3,
                group,
                random.nextInt(3) != 0,
                random.nextInt(3) == 0 ? LIMITS[random.nextInt(5)] : LIMITS[5]));
      }
    }
    return new MachineShape(
        Family.VTD, List.of(unit(0), unit(1), unit(0), unit(2)), List.copyOf(devices));
  }

  static Stream<Arguments> traces() {
    return Stream.of("pergroup", "shared", "shared-v68", "shared-v71")
        .flatMap(
            model ->
                Stream.of(
                        "t01_1x1",
                        "t03_1x16_atsmix",
                        "t04_1x64",
                        "t06_4x16",
                        "t08_4iommu_4class",
                        "t12_mix")
                    .map(topology -> Arguments.of(model, topology)));
  }

  @ParameterizedTest
  @MethodSource("traces")
  void aTraceToItsEndDoesWhatTheReferenceDoes(String model, String topology) {
    Scenario empty = Trial.empty(shape(topology), Designs.named(model).orElseThrow(), Set.of());
    Trial.Explored explored = Trial.explore(new Random(SEED), empty, OPERATIONS, false);
    assertEquals(Optional.empty(), explored.failure(), () -> "seed " + SEED);
  }
}
