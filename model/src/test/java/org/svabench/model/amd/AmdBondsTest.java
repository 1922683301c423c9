package org.svabench.model.amd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.model.Rig;
import org.svabench.model.TestTopologies;
import org.svabench.model.mm.Errno;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/** The commands of bind, unbind, notification and exit, and the errors of a bind. */
class AmdBondsTest {
  private static final List<String> FLUSH_ALL =
      List.of("0 iotlb 1/1 all", "0 devtlb 100/1 all", "0 wait");

  @Test
  void bindAndUnbindEachFlushTheDevice() {
    Rig rig = Rig.of(TestTopologies.units(1, 1, true), "amd-6.14");
    rig.bind(0);
    assertEquals(FLUSH_ALL, rig.log.take());
    rig.unbindAll();
    assertEquals(FLUSH_ALL, rig.log.take());
  }

  @Test
  void aNotificationTellsEachDeviceUnderItsOwnDomainIdNewestFirst() {
    Rig rig = Rig.of(TestTopologies.units(2, 1, true), "amd-6.14").bound();
    assertEquals(
        List.of(
            "1 iotlb 2/1 0+16",
            "1 devtlb 200/1 0+16",
            "1 wait",
            "0 iotlb 1/1 0+16",
            "0 devtlb 100/1 0+16",
            "0 wait"),
        rig.invalidatePages(0x7000, 4).log.take());
  }

  @Test
  void devicesOfOneRidDomainHaveDomainIdsOfTheirOwn() {
    Rig rig = Rig.of(TestTopologies.sharedRidDomain(2), "amd-6.14").bound();
    assertEquals(
        List.of(
            "0 iotlb 2/1 8000+1",
            "0 devtlb 108/1 8000+1",
            "0 wait",
            "0 iotlb 1/1 8000+1",
            "0 devtlb 100/1 8000+1",
            "0 wait"),
        rig.invalidatePages(0x8000, 1).log.take());
  }

  @Test
  void anExitRemovesEveryDeviceSoUnbindsAreFree() {
    Rig rig = Rig.of(TestTopologies.units(1, 3, true), "amd-6.14").bound();
    rig.machine.exit(rig.cpu, rig.mm);
    assertEquals("6 / 3", rig.counts());
    rig.unbindAll();
    assertEquals("6 / 3", rig.counts());
    assertEquals(0, rig.machine.pasidsInUse());
  }

  @Test
  void aDeviceThatCannotHoldThePasidIsRefused() {
    TopologyBuilder machine = Topology.named("small", Family.AMD).iommu("ivhd0");
    machine.device(0);
    machine.device(0).maxPasids(2);
    Topology topology = machine.build();
    Rig rig = Rig.of(topology, "amd-6.14");
    rig.machine.bind(rig.cpu, rig.machine.newMm(), topology.device(0));
    assertEquals(0, rig.bind(0));
    assertEquals(Errno.EOVERFLOW, rig.bind(1), "the core looks first");
  }

  @Test
  void aGroupWithADeviceThatCannotHoldThePasidIsRefused() {
    TopologyBuilder machine = Topology.named("group", Family.AMD).iommu("ivhd0");
    machine.device(0).group(0);
    machine.device(0).group(0).maxPasids(2);
    Topology topology = machine.build();
    Rig rig = Rig.of(topology, "amd-6.14");
    assertEquals(0, rig.machine.bind(rig.cpu, rig.machine.newMm(), topology.device(0)));
    assertEquals(Errno.EINVAL, rig.bind(0));
  }

  @Test
  void aUnitWithoutPasidsRefuses() {
    TopologyBuilder machine =
        Topology.named("no-sva", Family.AMD).iommu("ivhd0", unit -> unit.svmCapable(false));
    machine.device(0);
    assertEquals(Errno.EINVAL, Rig.of(machine.build(), "amd-6.14").bind(0));
  }
}
