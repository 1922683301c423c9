package org.svabench.benchmarks.choice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.cost.CostTerm;
import org.svabench.model.cost.Price;
import org.svabench.model.topology.TopologyPresets;
import org.svabench.results.input.BadInput;

class CostChoiceTest {
  @TempDir Path folder;

  @Test
  void aPresetIsChosenByName() {
    assertSame(CostPresets.NONE, CostChoice.of("none"));
    assertEquals(Price.of(1062), CostChoice.of("vtd-icx").price(CostTerm.IOTLB));
  }

  @Test
  void anythingElseIsAFile() throws IOException {
    Path file = folder.resolve("mine.cost");
    Files.writeString(file, "exit typ=1000\n");
    assertEquals(Price.of(1000), CostChoice.of(file.toString()).price(CostTerm.EXIT));
    Files.writeString(file, "exit typ=1000\nexit typ=fast\n");
    assertEquals(
        file + ":2: typ must be a whole number 0..1000000000000: fast", message(file.toString()));
  }

  @Test
  void presetsThatOnlyInformCannotBeChosen() {
    assertTrue(message("virtio-iommu").contains("has informative figures only; there are none, "));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    assertTrue(message("vtd-srp").contains("nearest: vtd-spr"), message("vtd-srp"));
  }

  @ParameterizedTest
  @CsvSource({
    "spr-2s-dsa-iaa, vtd-spr",
    "guest-1viommu:16, vtd-guest-shadow",
    "grace-vm-8, smmu-grace-guest-trap",
    "thor-gb10, smmu-thor-sva",
    "kunpeng920-2s, smmu-kunpeng920",
    "epyc-2s-8iommu, amd-any",
  })
  void aTopologyHasItsUsualPrices(String topology, String preset) {
    assertEquals(preset, CostChoice.usualFor(TopologyPresets.topology(topology)).name());
  }

  private static String message(String word) {
    return assertThrows(BadInput.class, () -> CostChoice.of(word)).getMessage();
  }
}
