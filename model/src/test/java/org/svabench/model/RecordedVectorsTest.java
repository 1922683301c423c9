package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The model against what the kernels' own logic did: error codes, PASIDs, lists and commands. */
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
  void everyLineOfARecordingComesOutTheSame(String recording) {
    List<String> mismatches = RecordedTrace.mismatches("/vectors/" + recording + ".jsonl.gz");
    assertEquals(List.of(), mismatches.subList(0, Math.min(3, mismatches.size())));
  }
}
