package org.svabench.model.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostModelTest {
  @ParameterizedTest
  @CsvSource({
    // 4 devices with ATS behind one IOMMU, one page: 6.6, 6.10, 6.14
    "vtd-spr, TYP, 4, 4, 8, 7600",
    "vtd-spr, TYP, 1, 4, 5, 4900",
    "vtd-spr, TYP, 1, 4, 1, 3700",
    "vtd-spr, MIN, 1, 4, 1, 1480",
    "vtd-spr, MAX, 1, 4, 1, 11920",
    // no figure for the device TLB: as the IOTLB; empty columns: the typical value
    "vtd-icx, TYP, 1, 1, 2, 2124",
    "vtd-icx, MIN, 1, 1, 1, 1791",
    "vtd-icx, MAX, 1, 1, 1, 1791",
    // one TLBI and one ATC, each with its SYNC
    "smmu-thor-sva, TYP, 1, 1, 2, 9100",
    // 256 pages in one unmap: 600 + 255 x 81
    "smmu-morello, TYP, 256, 0, 1, 21255",
    // every wait costs, commands do not
    "amd-any, TYP, 4, 4, 4, 6000",
    "none, TYP, 100, 100, 100, 0",
    // not trapped: exits have no price
    "vtd-guest-shadow, TYP, 1, 4, 5, 0",
  })
  void bareMetalTimeIsSubmissionsLessWhatMergingSaves(
      String preset, CostLevel level, long iotlb, long deviceTlb, long submissions, long nanos) {
    assertEquals(nanos, model(preset, false).nanos(level, iotlb, deviceTlb, submissions));
  }

  @ParameterizedTest
  @CsvSource({
    "vtd-guest-shadow, TYP, 4, 4, 8, 422400",
    "vtd-guest-shadow, MIN, 1, 4, 1, 52800",
    "vtd-guest-shadow, MAX, 1, 4, 1, 56200",
    // the published table: 4K 35.7 us, 64K 68.9 us (fit: 33.2 + 2.46 per TLBI)
    "smmu-grace-guest-trap, TYP, 1, 0, 1, 35660",
    "smmu-grace-guest-trap, TYP, 16, 0, 1, 72560",
    "vtd-spr, TYP, 1, 4, 1, 3700",
  })
  void inAGuestExitsAndTheirCommandsAreAdded(
      String preset, CostLevel level, long iotlb, long deviceTlb, long submissions, long nanos) {
    assertEquals(nanos, model(preset, true).nanos(level, iotlb, deviceTlb, submissions));
  }

  @Test
  void timeIsTheSumOverSubmissions() {
    for (CostPreset preset : CostPresets.all()) {
      CostModel model = new CostModel(preset, true);
      for (CostLevel level : CostLevel.values()) {
        assertEquals(
            model.nanos(level, 3, 29, 2),
            model.nanos(level, 3, 13, 1) + model.nanos(level, 0, 16, 1),
            preset::name);
      }
    }
  }

  @Test
  void noNumberOfCommandsInASubmissionCostsLessThanNothing() {
    for (CostPreset preset : CostPresets.all()) {
      for (CostLevel level : CostLevel.values()) {
        for (int n = 1; n <= 1024; n *= 2) {
          assertFalse(new CostModel(preset, false).nanos(level, n, 0, 1) < 0, preset::name);
          assertFalse(new CostModel(preset, false).nanos(level, 0, n, 1) < 0, preset::name);
        }
      }
    }
  }

  private static CostModel model(String preset, boolean trapped) {
    return new CostModel(CostPresets.find(preset).orElseThrow(), trapped);
  }
}
