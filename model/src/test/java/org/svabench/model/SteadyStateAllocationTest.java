package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.topology.Topology;

/** Bind, unbind, notifications, exit and the next mm allocate nothing once warm. */
class SteadyStateAllocationTest {
  private static final int ROUNDS = 2_000;

  static Stream<Design> designs() {
    return Designs.all().stream();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void nothingIsAllocated(Design design) {
    Topology topology = TestTopologies.units(2, 3, true);
    Machine machine = Machine.of(topology, design);
    Cpu cpu = machine.newCpu();
    Bond[] bonds = new Bond[topology.deviceCount()];
    for (int round = 0; round < ROUNDS; round++) {
      live(machine, cpu, topology, bonds);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    long asking = threads.getCurrentThreadAllocatedBytes() - before;
    before = threads.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < ROUNDS; round++) {
      live(machine, cpu, topology, bonds);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before - asking;
    assertEquals(0, allocated / ROUNDS, "bytes a life, of " + allocated);
  }

  private static void live(Machine machine, Cpu cpu, Topology topology, Bond[] bonds) {
    Mm mm = machine.newMm();
    for (int i = 0; i < bonds.length; i++) {
      machine.bind(cpu, mm, topology.device(i));
      bonds[i] = cpu.bond();
      machine.invalidate(cpu, mm, 0x7000, 0x7000 + 70 * 4096L);
    }
    machine.unbind(cpu, bonds[0]);
    machine.bind(cpu, mm, topology.device(0));
    bonds[0] = cpu.bond();
    machine.invalidate(cpu, mm, 0, -1L);
    for (int i = 0; i < 3; i++) {
      machine.unbind(cpu, bonds[i]);
    }
    machine.exit(cpu, mm);
    for (int i = 3; i < bonds.length; i++) {
      machine.unbind(cpu, bonds[i]);
    }
  }
}
