package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPresets;

/** Many mms, many IOMMUs, many devices. */
class ScaleTest {
  private static final int DEVICES_PER_MM = 4;
  private static final int WHOLE_SPACE = Topology.PASID_SPACE - 1;
  private static final int SAMPLE = 20_000;

  /** Without cache tags: 320 bytes for each bond, with all that its mm needs. */
  private static final long MOST_BYTES_PER_MM = 1_280;

  /** The others: 400 bytes for each bond, so that the whole space of mms fits into 2 GiB. */
  private static final long MOST_BYTES_PER_MM_WITH_TAGS = 1_600;

  /** What is aimed at: 256 bytes for each bond. */
  private static final long MOST_BYTES_PER_MM_WITH_ONE_WORD = 1_024;

  private static final Set<Design> LEAN = Set.of(Designs.VTD_6_6, Designs.VTD_6_8);

  /** Designs that send one IOTLB command a device; all others send one an IOMMU. */
  private static final Set<Design> TOLD_PER_DEVICE =
      Set.of(
          Designs.VTD_6_6, Designs.VTD_6_8_RC, Designs.VTD_6_8, Designs.SMMU_6_6, Designs.AMD_6_14);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Stream<Design> designs() {
    return Designs.all().stream();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void manyMmsWithFourDevicesEachAreBoundToldAndUnbound(Design design) {
    bindTellAndUnbind(design, SAMPLE);
  }

  @Tag("nightly")
  @ParameterizedTest
  @MethodSource("designs")
  void theWholePasidSpaceIsBoundToldAndUnbound(Design design) {
    bindTellAndUnbind(design, WHOLE_SPACE);
  }

  private static void bindTellAndUnbind(Design design, int count) {
    Machine machine = Machine.of(TopologyPresets.topology("grid:4x16"), design);
    Cpu cpu = machine.newCpu();
    Mm[] mms = new Mm[count];
    Bond[] bonds = new Bond[count * DEVICES_PER_MM];
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < count; i++) {
      mms[i] = machine.newMm();
      for (int k = 0; k < DEVICES_PER_MM; k++) {
        assertEquals(0, machine.bind(cpu, mms[i], device(machine, i, k)));
        bonds[i * DEVICES_PER_MM + k] = cpu.bond();
      }
    }
    long bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / count;
    long most = most(design);
    assertTrue(bytes <= most, () -> design + ": " + bytes + " bytes per mm");
    assertEquals(count, machine.pasidsInUse());
    for (int i : new int[] {0, count / 2, count - 1}) {
      assertEquals(i + 1, mms[i].pasid());
      assertEquals(commandsOf(design), commandsOfOneNotification(machine, cpu, mms[i]));
    }
    if (count == WHOLE_SPACE) {
      assertEquals(Errno.ENOSPC, machine.bind(cpu, machine.newMm(), device(machine, 0, 0)));
    }
    for (Bond bond : bonds) {
      machine.unbind(cpu, bond);
    }
    for (Mm mm : mms) {
      machine.exit(cpu, mm);
    }
    assertEquals(0, machine.pasidsInUse());
  }

  private static long most(Design design) {
    if (design.equals(Designs.VTD_BITSET)) {
      return MOST_BYTES_PER_MM_WITH_ONE_WORD;
    }
    return LEAN.contains(design) ? MOST_BYTES_PER_MM : MOST_BYTES_PER_MM_WITH_TAGS;
  }

  /** Device k of an mm: all behind one IOMMU, another one for the next mm. */
  private static Device device(Machine machine, int mm, int k) {
    return machine.topology().device(mm % 4 * 16 + (mm / 4 + k) % 16);
  }

  private static long commandsOfOneNotification(Machine machine, Cpu cpu, Mm mm) {
    long before = machine.commands();
    machine.invalidate(cpu, mm, 0x1000, 0x2000);
    return machine.commands() - before;
  }

  /** One page, four devices with ATS behind one IOMMU: the first rows of kernel-facts section 9. */
  private static long commandsOf(Design design) {
    return (TOLD_PER_DEVICE.contains(design) ? DEVICES_PER_MM : 1) + DEVICES_PER_MM;
  }

  @Test
  void aNotificationCostsOnlyWhatItsMmHasBound() {
    Topology topology = TopologyPresets.topology("grid:1024x64");
    assertEquals(1_024, topology.iommuCount());
    assertEquals(65_536, topology.deviceCount());
    Machine machine = Machine.of(topology, Designs.VTD_7_1);
    Cpu cpu = machine.newCpu();
    Mm everything = machine.newMm();
    for (Device device : topology.devices()) {
      assertEquals(0, machine.bind(cpu, everything, device));
    }
    Mm little = machine.newMm();
    for (int device : new int[] {0, 1, 40_000, 65_535}) {
      assertEquals(0, machine.bind(cpu, little, topology.device(device)));
    }
    assertEquals(1_024 + 65_536, commandsOfOneNotification(machine, cpu, everything));
    long before = machine.submissions();
    assertEquals(3 + 4, commandsOfOneNotification(machine, cpu, little));
    assertEquals(3, machine.submissions() - before);
  }
}
