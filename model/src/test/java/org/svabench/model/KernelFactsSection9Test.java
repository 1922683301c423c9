package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.svabench.model.Rig.PAGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.FlushRule;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.sva.GroupAttachment;
import org.svabench.model.sva.SvaDomain;
import org.svabench.model.sva.SvaDriver;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/** The worked examples: counts of one notification, domain lists, and the cost of bonds. */
class KernelFactsSection9Test {
  private static final List<String> PER_DEVICE = List.of("vtd-6.6", "vtd-6.8rc", "vtd-6.8");
  private static final List<String> PER_IOMMU = List.of("vtd-6.10");
  private static final List<String> BATCHED = List.of("vtd-6.12", "vtd-6.14", "vtd-7.1");

  @ParameterizedTest
  @CsvSource({
    "1,  1,  8000, 1,   2 / 2,   2 / 2,   2 / 1",
    "1,  4,  8000, 1,   8 / 8,   5 / 5,   5 / 1",
    "1,  4,  7000, 4, 16 / 16,   5 / 5,   5 / 1",
    "2,  4,  8000, 1, 16 / 16, 10 / 10,  10 / 2",
    "1,  8,  8000, 1, 16 / 16,   9 / 9,   9 / 1",
    "1, 15,  8000, 1, 30 / 30, 16 / 16,  16 / 1",
    "1, 16,  8000, 1, 32 / 32, 17 / 17,  17 / 2",
    "1, 40,  8000, 1, 80 / 80, 41 / 41,  41 / 3",
    "4,  1,  8000, 1,   8 / 8,   8 / 8,   8 / 4",
  })
  void vtdCommandsAndWaitsOfOneNotification(
      int iommus,
      int devicesEach,
      String start,
      int pages,
      String perDevice,
      String perIommu,
      String batched) {
    long firstByte = Long.parseLong(start, 16);
    Topology topology = TestTopologies.units(iommus, devicesEach, true);
    assertCounts(topology, firstByte, pages, PER_DEVICE, perDevice);
    assertCounts(topology, firstByte, pages, PER_IOMMU, perIommu);
    assertCounts(topology, firstByte, pages, BATCHED, batched);
  }

  private static void assertCounts(
      Topology topology, long firstByte, int pages, List<String> designs, String expected) {
    for (String design : designs) {
      Rig rig = Rig.of(topology, design).bound().invalidatePages(firstByte, pages);
      assertEquals(expected, rig.counts(), design);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "1, 15", "1, 16", "1, 31", "1, 32", "1, 47", "3, 5", "5, 16"})
  void theSavingIsInIotlbCommandsAndInWaits(int iommus, int n) {
    Topology topology = TestTopologies.units(iommus, n, true);
    int before = 2 * n * iommus;
    int after = (n + 1) * iommus;
    assertCounts(topology, 0x8000, 1, PER_DEVICE, before + " / " + before);
    assertCounts(topology, 0x8000, 1, PER_IOMMU, after + " / " + after);
    assertCounts(topology, 0x8000, 1, BATCHED, after + " / " + iommus * ((n + 1 + 15) / 16));
  }

  @Test
  void vtdWithoutAtsNeedsNoDeviceTlbCommand() {
    Topology topology = TestTopologies.units(1, 4, false);
    assertCounts(topology, 0x8000, 1, PER_DEVICE, "4 / 4");
    assertCounts(topology, 0x8000, 1, PER_IOMMU, "1 / 1");
    assertCounts(topology, 0x8000, 1, List.of("vtd-6.12", "vtd-6.14"), "1 / 1");
  }

  @Test
  void vtdDevicesWithTheQuirkAreToldTwice() {
    TopologyBuilder machine = Topology.named("quirk", Family.VTD).iommu("dmar0");
    for (int i = 0; i < 4; i++) {
      machine.device(0).extraDeviceTlbFlush(true);
    }
    Topology topology = machine.build();
    assertCounts(topology, 0x8000, 1, PER_DEVICE, "12 / 12");
    assertCounts(topology, 0x8000, 1, PER_IOMMU, "9 / 9");
    assertCounts(topology, 0x8000, 1, BATCHED, "9 / 1");
  }

  @Test
  void anUnalignedRangeIsTwoSmallBlocksUpTo69AndOneLargeBlockFrom610() {
    Topology topology = TestTopologies.units(1, 1, true);
    List<String> split = Rig.of(topology, "vtd-6.8").bound().invalidatePages(0x7000, 4).log.take();
    assertEquals(
        List.of(
            "0 iotlb 1/1 4000+4",
            "0 wait",
            "0 devtlb 100/1 4000+4",
            "0 wait",
            "0 iotlb 1/1 8000+4",
            "0 wait",
            "0 devtlb 100/1 8000+4",
            "0 wait"),
        split);
    List<String> block = Rig.of(topology, "vtd-6.12").bound().invalidatePages(0x7000, 4).log.take();
    assertEquals(List.of("0 iotlb 1/1 0+16", "0 devtlb 100/1 0+16", "0 wait"), block);
  }

  @Test
  void vtdFullFlush() {
    Topology topology = TestTopologies.units(1, 4, true);
    assertEquals(
        "0 / 0",
        Rig.of(topology, "vtd-6.6", Quirk.FULL_FLUSH_WRAP).bound().invalidateAll().counts());
    for (String design : PER_DEVICE) {
      assertEquals("8 / 8", Rig.of(topology, design).bound().invalidateAll().counts(), design);
    }
    for (String design : List.of("vtd-6.10", "vtd-6.12", "vtd-6.14")) {
      Rig rig = Rig.of(topology, design, Quirk.DEVICE_WIDE_FULL_FLUSH).bound().invalidateAll();
      assertEquals(design.equals("vtd-6.10") ? "5 / 5" : "5 / 1", rig.counts(), design);
      List<String> commands = rig.log.take();
      assertTrue(commands.contains("0 iotlb 1/1 all"), commands::toString);
      assertEquals(4, commands.stream().filter(line -> line.contains("* ")).count(), design);
    }
    Rig newest = Rig.of(topology, "vtd-7.1").bound().invalidateAll();
    assertEquals("5 / 1", newest.counts());
    assertEquals(4, newest.log.take().stream().filter(line -> line.endsWith("/1 all")).count() - 1);
  }

  @Test
  void thirtyFourSmallPagesBecomeAFullFlushUpTo614AndStayExactFrom615() {
    Topology topology = TestTopologies.units(1, 1, true);
    for (String name : List.of("vtd-6.8", "vtd-6.10", "vtd-6.14", "amd-6.14")) {
      assertTrue(flushed34Pages(topology, name).get(0).endsWith(" all"), name);
    }
    assertEquals("0 iotlb 1/1 0+64", flushed34Pages(topology, "vtd-7.1").get(0));
  }

  private static List<String> flushed34Pages(Topology topology, String name) {
    Rig rig = Rig.of(topology, name).bound();
    FlushRule rule = rig.machine.design().flushRule();
    long start = 0x4000;
    long end = start + 34 * PAGE;
    rig.invalidate(rule.start(start, end, 12), rule.end(start, end, 12));
    return rig.log.take();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4, true,    1,   16,   7, 12",
    "1, 4, false,   1,    8,   2,  8",
    "2, 4, true,    1,   32,  14, 24",
    "1, 4, false, 511, 2048, 512,  8",
    "1, 4, false, 512,    8,   2,  8",
  })
  void armAndAmdCommandsWithWaitsOfOneNotification(
      int iommus, int devicesEach, boolean ats, int pages, long arm66, long arm611, long amd) {
    Topology topology = TestTopologies.units(iommus, devicesEach, ats);
    assertCommandsAndWaits(topology, pages, "smmu-6.6", arm66);
    assertCommandsAndWaits(topology, pages, "smmu-6.11", arm611);
    assertCommandsAndWaits(topology, pages, "smmu-invs", arm611);
    assertCommandsAndWaits(topology, pages, "amd-6.14", amd);
  }

  @Test
  void devicesThatShareARidDomainShareItsNotifier() {
    Topology topology = TestTopologies.sharedRidDomain(4);
    assertCommandsAndWaits(topology, 1, "smmu-6.6", 7);
    assertCommandsAndWaits(topology, 1, "smmu-6.11", 7);
    assertCommandsAndWaits(topology, 1, "smmu-invs", 7);
    assertCommandsAndWaits(topology, 1, "amd-6.14", 12);
  }

  private static void assertCommandsAndWaits(
      Topology topology, int pages, String design, long expected) {
    Rig rig = Rig.of(topology, design).bound().invalidatePages(0x40000000L, pages);
    assertEquals(expected, rig.commandsAndWaits(), design);
  }

  /** Binds X1 X2 Y1 Y2 X3, and tells how often a domain was tried for each. */
  private static final class FiveBinds {
    final List<Integer> attempts = new ArrayList<>();
    final List<Integer> errors = new ArrayList<>();
    final Rig rig;

    FiveBinds(Design design, Topology topology, int... order) {
      List<Device> tried = new ArrayList<>();
      Design counting =
          new Design(
              design.name(),
              design.family(),
              design.core(),
              (machine, quirks, hardware, index) ->
                  new CountingDriver(
                      design.fanOut().driver(machine, quirks, hardware, index), tried),
              design.decoder(),
              Set.of(),
              design.summary(),
              design.source());
      rig = new Rig(topology, counting);
      for (int device : order) {
        errors.add(rig.bind(device));
        attempts.add(tried.size());
        tried.clear();
      }
    }

    List<Integer> users() {
      return rig.machine.domains(rig.mm).stream().map(Machine.DomainState::users).toList();
    }
  }

  private static final class CountingDriver extends SvaDriver {
    private final SvaDriver driver;
    private final List<Device> tried;

    CountingDriver(SvaDriver driver, List<Device> tried) {
      this.driver = driver;
      this.tried = tried;
    }

    @Override
    public int attach(Cpu cpu, SvaDomain domain, Device device, GroupAttachment attachment) {
      tried.add(device);
      return driver.attach(cpu, domain, device, attachment);
    }

    @Override
    public CommandRing[] rings() {
      return driver.rings();
    }

    @Override
    public Object newScratch() {
      return driver.newScratch();
    }

    @Override
    public int checkAllocation(Device device) {
      return driver.checkAllocation(device);
    }

    @Override
    public SvaDomain allocateDomain(Cpu cpu, Device device, Mm mm) {
      return driver.allocateDomain(cpu, device, mm);
    }

    @Override
    public void detach(Cpu cpu, SvaDomain domain, Device device, GroupAttachment attachment) {
      driver.detach(cpu, domain, device, attachment);
    }

    @Override
    public void freeDomain(Cpu cpu, SvaDomain domain) {
      driver.freeDomain(cpu, domain);
    }
  }

  private static Topology xAndY(boolean ySvmCapable) {
    TopologyBuilder machine =
        Topology.named("xy", Family.VTD)
            .iommu("x")
            .iommu("y", unit -> unit.svmCapable(ySvmCapable));
    for (int unit : new int[] {0, 0, 0, 1, 1}) {
      machine.device(unit);
    }
    return machine.build();
  }

  private static final int[] X1_X2_Y1_Y2_X3 = {0, 1, 3, 4, 2};

  @ParameterizedTest
  @ValueSource(
      strings = {"vtd-6.8rc", "vtd-6.8", "vtd-6.10", "vtd-6.12", "vtd-6.14", "vtd-7.1", "amd-6.14"})
  void aCompatibleBackEndKeepsOneDomain(String design) {
    FiveBinds binds = fiveBinds(design, true);
    assertEquals(List.of(5), binds.users());
    assertEquals(List.of(1, 1, 1, 1, 1), binds.attempts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"smmu-6.11", "smmu-invs"})
  void anSmmuDomainBelongsToItsUnitSoAnotherUnitGetsAnotherDomain(String design) {
    FiveBinds binds = fiveBinds(design, true);
    assertEquals(List.of(2, 3), binds.users(), "head first: Y, X");
    assertEquals(List.of(1, 1, 2, 1, 2), binds.attempts);
    assertEquals(List.of(0, 0, 0, 0, 0), binds.errors);
  }

  @ParameterizedTest
  @ValueSource(strings = {"smmu-6.11", "smmu-invs"})
  void aDeviceOfInstanceIOfKTriesKMinusIDomainsInVain(String design) {
    int k = 4;
    int[] order = {0, 2, 4, 6, 1, 3, 5, 7};
    FiveBinds binds =
        new FiveBinds(Designs.named(design).orElseThrow(), TestTopologies.units(k, 2, true), order);
    assertEquals(
        List.of(1, 2, 3, 4), binds.attempts.subList(0, k), "each new domain is tried last");
    for (int i = 1; i <= k; i++) {
      assertEquals(k - i + 1, binds.attempts.get(k + i - 1), "instance " + i);
    }
    assertEquals(List.of(2, 2, 2, 2), binds.users());
  }

  @Test
  void aUnitThatCannotServeSvaFailsItsBindsAndLeavesTheListAlone() {
    FiveBinds binds = fiveBinds("vtd-7.1", false);
    assertEquals(List.of(3), binds.users());
    assertEquals(List.of(0, 0, Errno.ENODEV, Errno.ENODEV, 0), binds.errors);
    assertEquals(List.of(1, 1, 1, 1, 1), binds.attempts, "Y: one failed attach, no allocation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vtd-6.6", "smmu-6.6"})
  void in66EveryGroupHasADomainOfItsOwn(String design) {
    FiveBinds binds = fiveBinds(design, true);
    assertEquals(List.of(1, 1, 1, 1, 1), binds.users());
    assertEquals(List.of(1, 1, 1, 1, 1), binds.attempts);
  }

  private static FiveBinds fiveBinds(String design, boolean ySvmCapable) {
    return new FiveBinds(Designs.named(design).orElseThrow(), xAndY(ySvmCapable), X1_X2_Y1_Y2_X3);
  }

  @ParameterizedTest
  @CsvSource({
    "vtd-6.6,  false, 12 / 12",
    "vtd-6.8,  false, 12 / 12",
    "vtd-6.10, false, 12 / 12",
    "vtd-6.14, false, 12 / 12",
    "vtd-7.1,  false, 12 / 12",
    "vtd-6.6,  true,  16 / 16",
    "vtd-7.1,  true,  20 / 20",
  })
  void bindAndUnbindOfFourDevicesWithoutPageRequests(
      String design, boolean caching, String expected) {
    TopologyBuilder machine =
        Topology.named("bonds", Family.VTD).iommu("dmar0", unit -> unit.caching(caching));
    for (int i = 0; i < 4; i++) {
      machine.device(0);
    }
    Rig rig = Rig.of(machine.build(), design);
    for (int i = 0; i < 4; i++) {
      assertEquals(0, rig.bind(i));
    }
    rig.unbindAll();
    assertEquals(expected, rig.counts());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vtd-6.6", "vtd-6.8", "vtd-6.10", "vtd-6.12", "vtd-6.14", "vtd-7.1"})
  void anUnbindWithPageRequestsIsSixDescriptorsInFourSubmissions(String design) {
    TopologyBuilder machine = Topology.named("pri", Family.VTD).iommu("dmar0");
    machine.device(0).pri(true);
    Rig rig = Rig.of(machine.build(), design).bound();
    rig.unbindAll();
    assertEquals("6 / 4", rig.counts());
  }

  @ParameterizedTest
  @CsvSource({
    "vtd-6.6,  4 / 4,     0",
    "vtd-6.8,  4 / 4,  -EBUSY",
    "vtd-6.10, 3 / 3,  -EBUSY",
    "vtd-6.12, 3 / 1,     0",
    "vtd-7.1,  3 / 1,     0",
  })
  void aGroupOfTwoIsBoundWholeAndItsSecondDeviceAddsNothing(
      String design, String counts, String secondBind) {
    TopologyBuilder machine = Topology.named("group", Family.VTD).iommu("dmar0");
    machine.device(0).group(0);
    machine.device(0).group(0);
    Rig rig = Rig.of(machine.build(), design);
    assertEquals(0, rig.bind(0));
    rig.restart();
    assertEquals(counts, rig.invalidatePages(0x8000, 1).counts());
    assertEquals(secondBind, Errno.name(rig.bind(1)));
    rig.restart();
    assertEquals(counts, rig.invalidatePages(0x8000, 1).counts());
  }

  @Test
  void aKernelAddressFlushTellsEverySvaMm() {
    int processes = 3;
    int devices = 16;
    Rig rig = Rig.of(TestTopologies.units(1, devices, true), "vtd-7.1");
    for (int i = 0; i < processes; i++) {
      Mm mm = rig.machine.newMm();
      for (Device device : rig.machine.topology().devices()) {
        assertEquals(0, rig.machine.bind(rig.cpu, mm, device));
      }
    }
    rig.restart();
    rig.machine.invalidateKernelRange(rig.cpu, 0xffff888000000000L, -1L);
    assertEquals(
        processes * (devices + 1) + " / " + processes * 2, rig.counts(), "17 descriptors in 2");
    String block = rig.log.take().get(0);
    String order35 = "ffff800000000000+" + (1L << 35);
    assertTrue(block.toLowerCase(Locale.ROOT).endsWith(order35), block);
  }
}
