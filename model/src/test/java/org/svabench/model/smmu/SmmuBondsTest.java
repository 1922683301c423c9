package org.svabench.model.smmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.model.Designs;
import org.svabench.model.Machine;
import org.svabench.model.Rig;
import org.svabench.model.TestTopologies;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/** The commands of bind, unbind and exit, and the errors of a bind. */
class SmmuBondsTest {
  private static final List<String> WRITE_CD =
      List.of("0 context 100/1", "0 wait", "0 context 100/1", "0 wait");

  @ParameterizedTest
  @ValueSource(strings = {"smmu-6.11", "smmu-invs"})
  void aBindWritesTheDescriptorInTwoStepsAndEmptiesTheDevicesCache(String design) {
    Rig rig = Rig.of(TestTopologies.units(1, 1, true), design);
    rig.bind(0);
    assertEquals(
        List.of(
            "0 context 100/1",
            "0 wait",
            "0 context 100/1",
            "0 wait",
            "0 devtlb 100/1 all",
            "0 wait"),
        rig.log.take());
  }

  @Test
  void upTo610ABindWritesTheDescriptorOnly() {
    Rig rig = Rig.of(TestTopologies.units(1, 1, true), "smmu-6.6");
    rig.bind(0);
    assertEquals(WRITE_CD, rig.log.take());
  }

  @ParameterizedTest
  @ValueSource(strings = {"smmu-6.6", "smmu-6.11", "smmu-invs"})
  void theFirstUseOfABlockOfDescriptorsDropsThePointerToIt(String design) {
    Rig rig = Rig.of(TestTopologies.units(1, 2, false), design);
    for (int i = 1; i < 1024; i++) {
      Mm mm = rig.machine.newMm();
      assertEquals(0, rig.machine.bind(rig.cpu, mm, rig.machine.topology().device(1)));
    }
    rig.log.take();
    assertEquals(0, rig.bind(0));
    assertEquals(1024, rig.mm.pasid());
    assertEquals(
        6, rig.log.take().size(), "a non-leaf CFGI_CD, then two leaf ones, each waited for");
    Mm next = rig.machine.newMm();
    assertEquals(0, rig.machine.bind(rig.cpu, next, rig.machine.topology().device(0)));
    assertEquals(4, rig.log.take().size(), "the block is there");
  }

  @Test
  void aTableOfUpTo1024EntriesHasNoBlocks() {
    ContextTables tables = new ContextTables(new int[] {1024, 1025});
    assertTrue(tables.has(0, 1023));
    assertTrue(tables.has(1, 1023), "block 0 is the RID domain's");
    assertFalse(tables.has(1, 1024));
    assertTrue(tables.add(1, 1024));
    assertFalse(tables.add(1, 2047), "somebody else was first");
    assertTrue(tables.has(1, 2047));
  }

  @Test
  void anUnbindFrom611ClearsTheDescriptorEmptiesTheCacheAndFreesTheAsid() {
    List<String> clear =
        List.of(
            "0 context 100/1",
            "0 wait",
            "0 context 100/1",
            "0 wait",
            "0 devtlb 100/1 all",
            "0 wait",
            "0 iotlb 1 all",
            "0 wait");
    for (String design : List.of("smmu-6.11", "smmu-invs")) {
      Rig rig = Rig.of(TestTopologies.units(1, 1, true), design).bound();
      rig.unbindAll();
      assertEquals(clear, rig.log.take(), design);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smmu-6.11", "smmu-invs"})
  void theTlbIsEmptiedWhenTheLastDeviceLeaves(String design) {
    Rig rig = Rig.of(TestTopologies.units(1, 2, false), design).bound();
    rig.machine.unbind(rig.cpu, rig.bonds.get(0));
    assertEquals(WRITE_CD, rig.log.take());
    rig.machine.unbind(rig.cpu, rig.bonds.get(1));
    assertEquals(
        List.of(
            "0 context 108/1", "0 wait", "0 context 108/1", "0 wait", "0 iotlb 1 all", "0 wait"),
        rig.log.take());
  }

  @Test
  void upTo610TheLastBondOfARidDomainClearsItForAllMasters() {
    Rig rig = Rig.of(TestTopologies.sharedRidDomain(2), "smmu-6.6");
    rig.bind(0);
    List<String> bothMasters = List.of("0 context 108/1", "0 context 100/1", "0 wait");
    assertEquals(
        List.of(
            "0 context 108/1",
            "0 context 100/1",
            "0 wait",
            "0 context 108/1",
            "0 context 100/1",
            "0 wait"),
        rig.log.take());
    rig.bind(1);
    assertEquals(List.of(), rig.log.take(), "the notifier is there");
    rig.machine.unbind(rig.cpu, rig.bonds.get(0));
    assertEquals(List.of(), rig.log.take());
    rig.machine.unbind(rig.cpu, rig.bonds.get(1));
    List<String> log = rig.log.take();
    assertEquals(bothMasters, log.subList(0, 3));
    assertEquals(
        List.of("0 iotlb 1 all", "0 wait", "0 devtlb 108/1 all", "0 devtlb 100/1 all", "0 wait"),
        log.subList(3, log.size()));
  }

  @Test
  void upTo610ANotificationTellsAllMastersOfTheRidDomainBoundOrNot() {
    Rig rig = Rig.of(TestTopologies.sharedRidDomain(4), "smmu-6.6");
    rig.bind(2);
    rig.restart();
    assertEquals("5 / 2", rig.invalidatePages(0x8000, 1).counts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"smmu-6.11", "smmu-invs"})
  void anExitMakesEachDescriptorFaultThenEmptiesTheCaches(String design) {
    Rig rig = Rig.of(TestTopologies.units(1, 2, true), design).bound();
    rig.machine.exit(rig.cpu, rig.mm);
    List<String> log = rig.log.take();
    assertEquals(8, log.stream().limit(8).filter(s -> !s.contains("tlb")).count(), "2 x 2 x 2");
    assertEquals("0 iotlb 1 all", log.get(8));
    assertEquals("0 wait", log.get(9));
    assertEquals(3, log.size() - 10, "two devices, one wait");
    rig.restart();
    rig.unbindAll();
    assertEquals("7 / 7", rig.counts(), "two steps and a cache for each device, and the TLB");
  }

  @Test
  void upTo610AnUnbindAfterExitOnlyClearsTheDescriptor() {
    Rig rig = Rig.of(TestTopologies.units(1, 1, true), "smmu-6.6").bound();
    rig.machine.exit(rig.cpu, rig.mm);
    assertEquals(
        List.of(
            "0 context 100/1", "0 wait", "0 iotlb 1 all", "0 wait", "0 devtlb 100/1 all", "0 wait"),
        rig.log.take());
    rig.unbindAll();
    assertEquals(List.of("0 context 100/1", "0 wait"), rig.log.take());
  }

  @Test
  void aUnitWithoutSvaRefuses() {
    TopologyBuilder machine =
        Topology.named("no-sva", Family.SMMU).iommu("smmu0", unit -> unit.svmCapable(false));
    machine.device(0);
    Topology topology = machine.build();
    assertEquals(Errno.ENODEV, Rig.of(topology, "smmu-6.6").bind(0));
    assertEquals(Errno.EOPNOTSUPP, Rig.of(topology, "smmu-6.11").bind(0));
    assertEquals(Errno.EOPNOTSUPP, Rig.of(topology, "smmu-invs").bind(0));
  }

  @Test
  void aGroupThatSpansUnitsIsRefusedAndUndone() {
    TopologyBuilder machine = Topology.named("span", Family.SMMU).iommu("smmu0").iommu("smmu1");
    machine.device(0).group(0);
    machine.device(1).group(0);
    for (String design : List.of("smmu-6.11", "smmu-invs")) {
      Rig rig = Rig.of(machine.build(), design);
      assertEquals(Errno.EINVAL, rig.bind(0), design);
      assertEquals(List.of(), rig.machine.domains(rig.mm));
      rig.restart();
      assertEquals("0 / 0", rig.invalidateAll().counts());
    }
    assertEquals(0, Rig.of(machine.build(), "smmu-6.6").bind(0), "each device on its own");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smmu-6.6", "smmu-6.11", "smmu-invs"})
  void whenNoAsidIsLeftABindFails(String design) {
    Rig rig = Rig.of(TestTopologies.units(1, 1, false), design);
    for (int i = 1; i < 1 << 16; i++) {
      Mm mm = rig.machine.newMm();
      assertEquals(0, rig.machine.bind(rig.cpu, mm, rig.machine.topology().device(0)));
    }
    int expected = design.equals("smmu-6.6") ? Errno.ESRCH : Errno.EBUSY;
    assertEquals(expected, rig.bind(0));
    assertEquals(1 << 16, rig.machine.pasidsInUse(), "the PASID stays with the mm");
  }

  @ParameterizedTest
  @CsvSource({"smmu-6.6, 1 1", "smmu-6.11, 1 2", "smmu-invs, 1 2"})
  void theTlbIsTaggedWithTheAsidOfTheMmUpTo610AndOfTheDomainFrom611(String design, String tags) {
    List<String> seen = new ArrayList<>();
    Hardware hardware =
        new Hardware() {
          @Override
          public long execute(int iommu, long[] words, int count, boolean waits) {
            return 0;
          }

          @Override
          public void entryWritten(int device, int pasid, int domainId, int tag) {
            seen.add(Integer.toString(tag));
          }
        };
    Topology topology = TestTopologies.units(2, 1, false);
    Machine machine =
        Machine.with(topology, Designs.named(design).orElseThrow()).hardware(hardware).build();
    Cpu cpu = machine.newCpu();
    Mm mm = machine.newMm();
    assertEquals(0, machine.bind(cpu, mm, topology.device(0)));
    assertEquals(0, machine.bind(cpu, mm, topology.device(1)));
    assertEquals(tags, String.join(" ", seen));
  }
}
