package org.svabench.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the kernels' own logic did, against the model and against the reference. */
class RecordedVectorsTest {
  static Stream<String> recordings() {
    List<String> names = new ArrayList<>();
    for (String model : List.of("pergroup", "shared", "shared-v68", "shared-v71")) {
      for (String topology :
          List.of(
              "t02_1x4",
              "t05_4x4_atsmix",
              "t07_4iommu_2class",
              "t09_groups",
              "t10_smallpasid",
              "t11_groups_hetero",
              "t13_ranges")) {
        names.add(model + "." + topology);
      }
    }
    return names.stream();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void theModelReproducesEveryLineOfARecording(String recording) {
    RecordedTrace trace = RecordedTrace.of("/vectors/" + recording + ".jsonl.gz");
    assertNone(trace.mismatches(new ModelSubject(trace.topology(), trace.design(), Set.of())));
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void theReferenceReproducesEveryLineOfARecording(String recording) {
    RecordedTrace trace = RecordedTrace.of("/vectors/" + recording + ".jsonl.gz");
    Generation generation = Generation.of(trace.design()).orElseThrow();
    assertNone(trace.mismatches(new ReferenceMachine(trace.topology(), generation, Set.of())));
  }

  private static void assertNone(List<String> mismatches) {
    assertEquals(List.of(), mismatches.subList(0, Math.min(3, mismatches.size())));
  }
}
