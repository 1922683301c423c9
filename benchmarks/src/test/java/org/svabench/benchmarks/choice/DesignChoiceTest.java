package org.svabench.benchmarks.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.svabench.model.Designs;
import org.svabench.model.Quirk;
import org.svabench.results.input.BadInput;

class DesignChoiceTest {
  @Test
  void allIsEveryNamedDesignOnce() {
    assertEquals(Designs.all(), DesignChoice.of(List.of("all")));
    assertEquals(Designs.all(), DesignChoice.of(List.of("all", "vtd-6.6")));
  }

  @Test
  void designsKeepTheOrderTheyAreAskedIn() {
    assertEquals(
        List.of(Designs.VTD_7_1, Designs.VTD_6_6), DesignChoice.of(List.of("vtd-7.1", "vtd-6.6")));
  }

  @Test
  void recordedModelsAreDesignsToo() {
    assertEquals("shared-v71", DesignChoice.ofScenario("shared-v71").name());
  }

  @Test
  void anUnknownDesignIsAnsweredWithTheNearest() {
    BadInput bad = assertThrows(BadInput.class, () -> DesignChoice.of(List.of("vtd-6.41")));
    assertEquals(
        "--design vtd-6.41: no design of this name; nearest: vtd-6.14, vtd-6.6, vtd-6.8",
        bad.getMessage());
  }

  @Test
  void defectsAreChosenByNameAndByEra() {
    assertEquals(Set.of(), QuirkChoice.of("--quirk", List.of(), Designs.VTD_6_6));
    assertEquals(
        Set.of(Quirk.FULL_FLUSH_WRAP), QuirkChoice.of("--quirk", List.of("era"), Designs.VTD_6_6));
    assertEquals(
        Set.of(Quirk.FULL_FLUSH_WRAP, Quirk.NON_PASID_IOTLB),
        QuirkChoice.of("--quirk", List.of("era", "non-pasid-iotlb"), Designs.VTD_6_6));
    BadInput bad =
        assertThrows(
            BadInput.class,
            () -> QuirkChoice.of("--quirk", List.of("nonpasid-iotlb"), Designs.VTD_6_6));
    assertEquals(
        "--quirk nonpasid-iotlb: no defect of this name; nearest: non-pasid-iotlb",
        bad.getMessage());
  }
}
