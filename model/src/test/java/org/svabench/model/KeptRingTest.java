package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPresets;

/** A submitter that keeps a ring leaves there what one leaves that takes it for each submission. */
class KeptRingTest {
  private static final long SEED = 20_261_127;
  private static final int OPERATIONS = 1_500;

  /** Completes at once as well, but is there. */
  private static final class Idle extends Hardware {
    @Override
    public long execute(int iommu, long[] words, int count, boolean waits) {
      return 0;
    }
  }

  static Stream<Design> designs() {
    return Designs.all().stream();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everySlotHoldsTheSameWords(Design design) {
    Topology topology = TopologyPresets.topology("grid:3x30");
    Machine kept = Machine.of(topology, design);
    Machine givenBack = Machine.with(topology, design).hardware(new Idle()).build();
    run(kept);
    run(givenBack);
    assertEquals(givenBack.commands(), kept.commands());
    assertEquals(givenBack.waits(), kept.waits());
    assertEquals(givenBack.submissions(), kept.submissions());
    for (int iommu = 0; iommu < topology.iommuCount(); iommu++) {
      CommandRing ring = kept.ring(iommu);
      assertEquals(ring.slots(), ring.freeSlots());
      for (int slot = 0; slot < ring.slots(); slot++) {
        for (int word = 0; word < CommandRing.PAYLOAD_WORDS; word++) {
          assertEquals(
              givenBack.ring(iommu).word(slot, word),
              ring.word(slot, word),
              "iommu " + iommu + " slot " + slot + " word " + word + " seed " + SEED);
        }
      }
    }
  }

  private static void run(Machine machine) {
    Random random = new Random(SEED);
    Cpu cpu = machine.newCpu();
    Mm mm = machine.newMm();
    Bond[] bonds = new Bond[machine.topology().deviceCount()];
    for (int i = 0; i < OPERATIONS; i++) {
      int at = random.nextInt(bonds.length);
      long start = (long) random.nextInt(1 << 20) << 12;
      if (random.nextInt(10) == 0) {
        machine.invalidate(cpu, mm, 0, -1);
      } else if (random.nextBoolean()) {
        machine.invalidate(cpu, mm, start, start + (1L + random.nextInt(600) << 12));
      } else if (bonds[at] == null) {
        Device device = machine.topology().device(at);
        assertEquals(0, machine.bind(cpu, mm, device));
        bonds[at] = cpu.bond();
      } else {
        machine.unbind(cpu, bonds[at]);
        bonds[at] = null;
      }
    }
  }

  @Test
  void threadsThatShareARingLetEachOtherInAndLoseNoCommand() throws Exception {
    Machine machine = Machine.of(TopologyPresets.topology("grid:1x40"), Designs.VTD_6_6);
    int threads = 3;
    int notifications = 500;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(pool.submit(() -> notifyOften(machine, notifications)));
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertEquals(2L * 40 * threads * notifications, machine.commands());
    assertEquals(machine.commands(), machine.waits());
    assertFalse(machine.ring(0).isHeld());
  }

  private static void notifyOften(Machine machine, int notifications) {
    Cpu cpu = machine.newCpu();
    Mm mm = machine.newMm();
    for (Device device : machine.topology().devices()) {
      assertEquals(0, machine.bind(cpu, mm, device));
    }
    for (int i = 0; i < notifications; i++) {
      machine.invalidate(cpu, mm, 0x1000, 0x2000);
    }
  }
}
