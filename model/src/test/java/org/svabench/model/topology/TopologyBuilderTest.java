package org.svabench.model.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyBuilderTest {
  @Test
  void aGroupIsWalkedInDeviceOrderUnlessToldOtherwise() {
    assertEquals(List.of(0, 1), walk(pair()));
    assertEquals(List.of(1, 0), walk(pair().groupOrder(List.of(new int[] {1, 0}))));
  }

  @Test
  void aGroupOrderNamesEachDeviceOfTheGroupOnce() {
    assertWrong(
        "group 0 must list its devices [dev0, dev1]", pair().groupOrder(List.of(new int[] {0, 0})));
    assertWrong(
        "group 0 must list its devices [dev0, dev1]", pair().groupOrder(List.of(new int[] {0})));
    assertWrong("device must be 0..1: device=2", pair().groupOrder(List.of(new int[] {0, 2})));
    assertWrong(
        "groups must list all 1 groups",
        pair().groupOrder(List.of(new int[] {0, 1}, new int[] {0, 1})));
  }

  @Test
  void groupNumbersAreWithoutGaps() {
    TopologyBuilder gap = Topology.named("gap", Family.VTD).iommu("dmar0");
    gap.device(0).group(0);
    gap.device(0).group(2);
    gap.device(0).group(2);
    assertWrong("group numbers must be without gaps: no device is in group 1", gap);
    TopologyBuilder far = Topology.named("far", Family.VTD).iommu("dmar0");
    far.device(0).group(Integer.MAX_VALUE);
    assertWrong("group numbers must be without gaps: group 2147483647 of 1 devices", far);
  }

  @Test
  void aMachineHasAnIommuAndADeviceBehindOneOfThem() {
    assertWrong(
        "a topology needs at least one IOMMU: nothing", Topology.named("nothing", Family.VTD));
    assertWrong(
        "a topology needs at least one device: empty",
        Topology.named("empty", Family.VTD).iommu("dmar0"));
    TopologyBuilder two = Topology.named("two", Family.VTD).iommu("dmar0").iommu("dmar1");
    for (int iommu : new int[] {-1, 2}) {
      assertEquals(
          "iommu must be 0..1: iommu=" + iommu,
          assertThrows(IllegalArgumentException.class, () -> two.device(iommu)).getMessage());
    }
    two.device(1);
    assertEquals(1, two.build().device(0).iommu().index());
  }

  @Test
  void aMachineHasNoMoreThanItsNumbersHold() {
    TopologyBuilder full = Topology.named("full", Family.VTD);
    for (int i = 0; i < Topology.MAX_IOMMUS; i++) {
      full.iommu("dmar" + i);
    }
    assertThrows(IllegalArgumentException.class, () -> full.iommu("more"));
    for (int i = 0; i < Topology.MAX_DEVICES; i++) {
      full.device(0);
    }
    assertEquals(
        "at most 65536 devices are possible: full",
        assertThrows(IllegalArgumentException.class, () -> full.device(0)).getMessage());
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    TopologyBuilder pasids = Topology.named("pasids", Family.VTD).iommu("dmar0");
    pasids.device(0).maxPasids(1 << 21);
    assertWrong("max_pasids must be 0..1048576: max_pasids=2097152", pasids);
    TopologyBuilder sid = Topology.named("sid", Family.VTD).iommu("dmar0");
    sid.device(0).sourceId(0x10000);
    assertWrong("sid must be 0..65535: sid=65536", sid);
    assertThrows(
        IllegalArgumentException.class,
        () -> Topology.named("class", Family.VTD).iommu("d", unit -> unit.compatibilityClass(-1)));
  }

  @Test
  void rangeInvalidationIsAllThatChangesWithIt() {
    for (String preset : List.of("spr-2s-dsa-iaa", "azure-vm-144:2", "client-hetero", "grid:2x3")) {
      Topology machine = TopologyPresets.topology(preset);
      Topology changed = machine.withRangeInvalidation(true);
      assertTrue(changed.iommus().stream().allMatch(Iommu::rangeInvalidation), preset);
      Topology back = changed.withRangeInvalidation(false);
      assertEquals(described(machine), described(back), preset);
    }
  }

  private static List<String> described(Topology machine) {
    return machine.devices().stream()
        .map(
            device ->
                String.join(
                    " ",
                    machine.name(),
                    machine.family().label(),
                    String.valueOf(machine.trapped()),
                    device.iommu().name(),
                    String.valueOf(device.iommu().caching()),
                    String.valueOf(device.iommu().compatibilityClass()),
                    String.valueOf(device.iommu().svmCapable()),
                    device.name(),
                    String.valueOf(device.ats()),
                    String.valueOf(device.pri()),
                    String.valueOf(device.extraDeviceTlbFlush()),
                    String.valueOf(device.maxPasids()),
                    String.valueOf(device.sourceId()),
                    String.valueOf(device.ridDomain()),
                    String.valueOf(device.group().index()),
                    String.valueOf(device.group().devices())))
        .toList();
  }

  private static TopologyBuilder pair() {
    TopologyBuilder machine = Topology.named("pair", Family.VTD).iommu("dmar0");
    machine.device(0).group(0);
    machine.device(0).group(0);
    return machine;
  }

  private static List<Integer> walk(TopologyBuilder machine) {
    return machine.build().group(0).devices().stream().map(Device::index).toList();
  }

  private static void assertWrong(String message, TopologyBuilder machine) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, machine::build).getMessage());
  }
}
