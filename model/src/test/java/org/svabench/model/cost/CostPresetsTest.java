package org.svabench.model.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostPresetsTest {
  @ParameterizedTest
  @CsvSource({
    "vtd-spr,               IOTLB,         400,   900,    2000, S+D",
    "vtd-spr,               DEVICE_TLB,    500,  1000,    2900, S+D",
    "vtd-spr,               SAVING,        230,   300,     420, S+D",
    "vtd-spr,               NOTE,         1000,  9000,  556000, S",
    "vtd-icx,               IOTLB,        1062,  1062,    1062, S2",
    "vtd-icx,               DEVICE_TLB,   1062,  1062,    1062, A",
    "vtd-host-ebpf,         IOTLB,        2320,  2320,    2320, S",
    "vtd-kbl,               IOTLB,        2000,  2000,    2999, S",
    "vtd-2015,              IOTLB,         690,   690,     690, S2+M",
    "vtd-guest-shadow,      EXIT,        52800, 52800,   56200, S",
    "smmu-grace-guest-trap, EXIT,        33200, 33200,   33200, S+D",
    "smmu-grace-guest-trap, COMMAND,      2460,  2460,    2460, S+D",
    "smmu-grace-vcmdq,      IOTLB,        5300,  5300,    6800, S",
    "smmu-grace-vcmdq,      SAVING,       5130,  5130,    6630, S+D",
    "smmu-morello,          IOTLB,         600,   600,    1100, S",
    "smmu-morello,          SAVING,        519,   519,    1019, S+D",
    "smmu-snapdragonx,      IOTLB,        1800,  1800,    6200, S",
    "smmu-snapdragonx,      SAVING,       1594,  1594,    5994, S+D",
    "smmu-kunpeng920,       IOTLB,         500,  1300,    2423, S",
    "smmu-kunpeng920,       NOTE,         2000,  5000,    8000, S",
    "smmu-thor-sva,         IOTLB,        6300,  6300,    6300, S+D",
    "smmu-thor-sva,         DEVICE_TLB,   2800,  2800,    2800, S+D",
    "smmu-thor-sva,         NOTE,         9020,  9140,    9230, S",
    "smmu-thor-sva,         NOTE,         3670,  3670,    3670, S",
    "amd-any,               IOTLB,         500,  1500,    5000, A",
    "timeout,               NOTE,    100000000, 100000000, 100000000, S",
    "timeout,               NOTE,   1000000000, 1000000000, 1000000000, S",
  })
  void publishedFiguresAreThere(
      String preset, CostTerm term, long min, long typ, long max, String tag) {
    Price price = new Price(min, typ, max);
    assertTrue(
        rows(preset).stream()
            .anyMatch(r -> r.term() == term && price.equals(r.price()) && r.tag().equals(tag)),
        () -> rows(preset).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "smmu-grace-guest-trap, x2.7",
    "smmu-kunpeng920, 3500/8700/27800/90900 ns",
    "virtio-iommu, 'x7.1 lazy, x8.8 strict'",
  })
  void figuresThatAreNoDurationAreNotes(String preset, String figure) {
    assertTrue(
        rows(preset).stream()
            .anyMatch(r -> r.term() == CostTerm.NOTE && r.figure().equals(figure)));
  }

  @Test
  void everyRowHasASourceAndATag() {
    Set<String> names = new HashSet<>();
    for (CostPreset preset : CostPresets.all()) {
      assertTrue(names.add(preset.name()));
      assertFalse(preset.description().isBlank());
      for (CostRow row : preset.rows()) {
        assertFalse(row.source().isBlank(), row::toString);
        assertTrue(row.tag().matches("(S|S2|D|L|M|A)(\\+(D|M))?"), row::toString);
      }
    }
  }

  @Test
  void noneAndInformativePresetsPriceNothing() {
    List<String> unpriced =
        CostPresets.all().stream()
            .filter(preset -> !preset.pricesAnything())
            .map(CostPreset::name)
            .toList();
    assertEquals(List.of("none", "virtio-iommu", "timeout"), unpriced);
  }

  @Test
  void aPriceIsOrdered() {
    assertThrows(IllegalArgumentException.class, () -> new Price(2, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> new Price(1, 4, 3));
    assertThrows(IllegalArgumentException.class, () -> Price.of(-1));
    assertThrows(IllegalArgumentException.class, () -> Price.of(Price.LONGEST + 1));
  }

  private static List<CostRow> rows(String preset) {
    return CostPresets.find(preset).orElseThrow().rows();
  }
}
