package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svabench.model.topology.TopologyPresets;

/** Commands and waits of one notification of one page on the machines known by name. */
class TopologyCountsTest {
  @ParameterizedTest
  @CsvSource({
    "spr-2s-dsa-iaa,   vtd-6.6,   32 / 32",
    "spr-2s-dsa-iaa,   vtd-6.10,  24 / 24",
    "spr-2s-dsa-iaa,   vtd-6.14,  24 / 8",
    "spr-1s-dsa,       vtd-6.6,   8 / 8",
    "spr-1s-dsa,       vtd-6.10,  8 / 8",
    "spr-1s-dsa,       vtd-6.14,  8 / 4",
    "guest-1viommu:4,  vtd-6.6,   8 / 8",
    "guest-1viommu:8,  vtd-6.10,  9 / 9",
    "guest-1viommu:16, vtd-6.14,  17 / 2",
    "kunpeng920-2s,    smmu-6.6,  8 / 8",
    "kunpeng920-2s,    smmu-6.11, 8 / 8",
    "kunpeng920-2s,    smmu-invs, 8 / 8",
    "kunpeng920-2s:4,  smmu-6.6,  8 / 8",
    "kunpeng920-2s:4,  smmu-6.11, 4 / 4",
    "kunpeng920-2s:4,  smmu-invs, 4 / 4",
    "grace-vm-8,       smmu-6.6,  16 / 16",
    "grace-vm-8,       smmu-6.11, 16 / 16",
    "grace-vm-8,       smmu-invs, 16 / 16",
    "thor-gb10,        smmu-6.6,  2 / 2",
    "thor-gb10,        smmu-6.11, 2 / 2",
    "thor-gb10,        smmu-invs, 2 / 2",
    "epyc-2s-8iommu,   amd-6.14,  16 / 8",
    "client-hetero,    vtd-6.6,   3 / 3",
    "client-hetero,    vtd-6.10,  3 / 3",
    "client-hetero,    vtd-6.14,  3 / 2",
    "spr-64s:1,        vtd-6.6,   128 / 128",
    "spr-64s:4,        vtd-6.14,  512 / 256",
    "azure-vm-144:4,   smmu-6.6,  8 / 8",
    "azure-vm-144:4,   smmu-6.11, 5 / 2",
    "azure-vm-144:4,   smmu-invs, 5 / 2",
  })
  void commandsAndWaits(String topology, String design, String expected) {
    Rig rig = Rig.of(TopologyPresets.topology(topology), design).bound();
    assertEquals(expected, rig.invalidatePages(0x8000, 1).counts());
  }

  @Test
  void theDoubledTlbiErratumMakesThreeOfTwo() {
    for (String design : new String[] {"smmu-6.6", "smmu-6.11", "smmu-invs"}) {
      Rig rig = Rig.of(TopologyPresets.topology("thor-gb10"), design, Quirk.DOUBLED_TLBI).bound();
      assertEquals("3 / 3", rig.invalidatePages(0x8000, 1).counts(), design);
    }
  }

  @Test
  void azureUnmapsAGibibyteIn2MibStepsByAsid() {
    Rig rig = Rig.of(TopologyPresets.topology("azure-vm-144:1"), "smmu-6.11").bound();
    long exits = rig.machine.exits();
    for (int step = 0; step < 512; step++) {
      rig.invalidatePages(0x40000000L + step * 512 * Rig.PAGE, 512);
    }
    assertEquals("1024 / 1024", rig.counts(), "a TLBI and an ATC_INV, each waited for");
    assertEquals(1024, rig.machine.exits() - exits);
  }
}
