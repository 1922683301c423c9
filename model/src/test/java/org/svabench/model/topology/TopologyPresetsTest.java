package org.svabench.model.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopologyPresetsTest {
  @ParameterizedTest
  @CsvSource({
    "spr-2s-dsa-iaa,   VTD,  16,  16,   8",
    "spr-1s-dsa,       VTD,   4,   4,   4",
    "guest-1viommu,    VTD,   4,   4,   1",
    "guest-1viommu:8,  VTD,   8,   8,   1",
    "guest-1viommu:16, VTD,  16,  16,   1",
    "kunpeng920-2s,    SMMU,  8,   0,   8",
    "kunpeng920-2s:4,  SMMU,  8,   0,   4",
    "grace-vm-8,       SMMU,  8,   8,   8",
    "thor-gb10,        SMMU,  1,   1,   1",
    "epyc-2s-8iommu,   AMD,   8,   8,   8",
    "client-hetero,    VTD,   2,   1,   2",
    "spr-64s:1,        VTD,  64,  64,  64",
    "spr-64s,          VTD, 256, 256, 256",
    "spr-64s:8,        VTD, 512, 512, 256",
    "azure-vm-144,     SMMU,  4,   4,   1",
    "azure-vm-144:1,   SMMU,  1,   1,   1",
    "grid:4x16,        VTD,  64,  64,   4",
    "grid:1024x64,     VTD, 65536, 65536, 1024",
  })
  void presetsHaveTheirDevicesAtsDevicesAndIommus(
      String name, Family family, int devices, int ats, int iommusInUse) {
    Topology machine = TopologyPresets.topology(name);
    assertEquals(family, machine.family());
    assertEquals(name, machine.name());
    assertEquals(devices, machine.deviceCount());
    assertEquals(devices, machine.groupCount(), "one device a group");
    assertEquals(ats, machine.devices().stream().filter(Device::ats).count());
    assertEquals(iommusInUse, machine.devices().stream().map(Device::iommu).distinct().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"guest-1viommu", "grace-vm-8", "azure-vm-144"})
  void aGuestHasATrappedQueueAndCachingMode(String name) {
    Topology machine = TopologyPresets.topology(name);
    assertTrue(machine.trapped());
    assertTrue(machine.iommus().stream().allMatch(Iommu::caching));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spr-2s-dsa-iaa",
        "spr-1s-dsa",
        "kunpeng920-2s",
        "thor-gb10",
        "epyc-2s-8iommu",
        "client-hetero",
        "spr-64s",
        "grid:2x2"
      })
  void bareMetalIsNeitherTrappedNorCaching(String name) {
    Topology machine = TopologyPresets.topology(name);
    assertFalse(machine.trapped());
    assertTrue(machine.iommus().stream().noneMatch(Iommu::caching));
  }

  @Test
  void everyPresetSaysWhatItIsAndWhereItsFiguresComeFrom() {
    Set<String> names = new HashSet<>();
    for (TopologyPreset preset : TopologyPresets.all()) {
      assertTrue(names.add(preset.name()));
      assertFalse(preset.description().isBlank());
      assertFalse(preset.source().isBlank());
      assertEquals(preset, TopologyPresets.find(preset.name() + ":7").orElseThrow());
    }
    assertEquals(11, names.size());
  }

  @Test
  void sapphireRapidsDevicesHaveTheirBusNumbers() {
    Topology machine = TopologyPresets.topology("spr-2s-dsa-iaa");
    assertEquals("0000:6a:01.0", machine.device(0).name());
    assertEquals(0x6a08, machine.device(0).sourceId());
    assertEquals("0000:6a:02.0", machine.device(1).name());
    assertEquals("0000:f6:02.0", machine.device(15).name());
    assertEquals(machine.iommu(7), machine.device(15).iommu());
  }

  @Test
  void a64SocketMachineHas640IommusAndDevicesBehindFourOfTenInEachSocket() {
    Topology machine = TopologyPresets.topology("spr-64s");
    assertEquals(640, machine.iommuCount());
    assertEquals("dmar633", machine.device(255).iommu().name());
    assertEquals("003f:79:01.0", machine.device(255).name());
  }

  @Test
  void aGridNumbersItsDevicesIommuByIommu() {
    Topology machine = TopologyPresets.topology("grid:4x16");
    for (Device device : machine.devices()) {
      assertEquals(device.index() / 16, device.iommu().index());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grid:1x65536", "guest-1viommu:65536", "grid:1024x64", "spr-2s-dsa-iaa"})
  void noTwoDevicesBehindOneIommuShareASourceId(String name) {
    Set<Long> seen = new HashSet<>();
    for (Device device : TopologyPresets.topology(name).devices()) {
      assertTrue(seen.add((long) device.iommu().index() << 16 | device.sourceId()), device::name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          spr-1s-dsa:2       | spr-1s-dsa comes in one size: spr-1s-dsa:2
          guest-1viommu:0    | guest-1viommu[:n] takes n 1..65536 (4 where not given): guest-1viommu:0
          guest-1viommu:     | guest-1viommu[:n] takes n 1..65536 (4 where not given): guest-1viommu:
          guest-1viommu:-3   | guest-1viommu[:n] takes n 1..65536 (4 where not given): guest-1viommu:-3
          spr-64s:9          | spr-64s[:K] takes K 1..8 (4 where not given): spr-64s:9
          kunpeng920-2s:3    | kunpeng920-2s[:I] takes I 4..8 (8 where not given): kunpeng920-2s:3
          grid               | grid:IxD takes I 1..1024 IOMMUs with D devices each, I x D at most 65536, such as 4x16: grid
          grid:4             | grid:IxD takes I 1..1024 IOMMUs with D devices each, I x D at most 65536, such as 4x16: grid:4
          grid:1025x1        | grid:IxD takes I 1..1024 IOMMUs with D devices each, I x D at most 65536, such as 4x16: grid:1025x1
          grid:1024x65       | grid:IxD takes I 1..1024 IOMMUs with D devices each, I x D at most 65536, such as 4x16: grid:1024x65
          grid:999999999x999999999 | grid:IxD takes I 1..1024 IOMMUs with D devices each, I x D at most 65536, such as 4x16: grid:999999999x999999999
          """)
  void aWrongSizeIsAnsweredWithTheSizesThereAre(String name, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> TopologyPresets.topology(name))
            .getMessage());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNamesThereAre() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> TopologyPresets.topology("spr-3s"))
            .getMessage();
    assertTrue(message.contains("spr-3s") && message.contains("guest-1viommu[:n]"), message);
  }
}
