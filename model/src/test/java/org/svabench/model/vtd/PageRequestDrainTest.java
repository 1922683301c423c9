package org.svabench.model.vtd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.Machine;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

/** What stands in the ring after a device with page requests is unbound. */
class PageRequestDrainTest {
  private static final long DRAIN = 1L << 7;
  private static final long FENCE = 1L << 6;
  private static final long STATUS_WRITE = 1L << 5;

  private Topology topology;

  static java.util.stream.Stream<Design> vtdDesigns() {
    return Designs.all().stream().filter(design -> design.family() == Family.VTD);
  }

  @BeforeEach
  void buildTopology() {
    TopologyBuilder builder = Topology.named("pri", Family.VTD).iommu("dmar0");
    builder.device(0).pri(true);
    topology = builder.build();
  }

  @ParameterizedTest
  @MethodSource("vtdDesigns")
  void onlyTheLastWaitOfAnUnbindDrains(Design design) {
    Machine machine = Machine.of(topology, design);
    Cpu cpu = machine.newCpu();
    Mm mm = machine.newMm();
    machine.bind(cpu, mm, topology.device(0));
    machine.unbind(cpu, cpu.bond());
    CommandRing ring = machine.ring(0);
    assertEquals(6, ring.commands());
    assertEquals(4, ring.submissions());
    assertEquals(4, ring.waits());
    for (int slot : new int[] {1, 3, 5}) {
      assertEquals(Descriptor.WAIT | STATUS_WRITE | (long) slot << 32, ring.word(slot, 0));
    }
    assertEquals(Descriptor.WAIT | FENCE, ring.word(6, 0));
    assertEquals(Descriptor.PASID_IOTLB, ring.word(7, 0) & 0xf);
    assertEquals(Descriptor.PASID_DEVICE_TLB, ring.word(8, 0) & 0xf);
    assertEquals(Descriptor.WAIT | STATUS_WRITE | DRAIN | 9L << 32, ring.word(9, 0));
  }

  @Test
  void afterExitTheUnbindDrainsAlone() {
    Machine machine = Machine.of(topology, Designs.VTD_7_1);
    Cpu cpu = machine.newCpu();
    Mm mm = machine.newMm();
    machine.bind(cpu, mm, topology.device(0));
    var bond = cpu.bond();
    machine.exit(cpu, mm);
    assertEquals(3, machine.submissions());
    machine.unbind(cpu, bond);
    assertEquals(4, machine.submissions());
    assertEquals(Descriptor.WAIT | STATUS_WRITE | DRAIN | 9L << 32, machine.ring(0).word(9, 0));
  }
}
