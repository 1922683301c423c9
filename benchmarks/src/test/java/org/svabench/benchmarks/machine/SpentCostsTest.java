package org.svabench.benchmarks.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.model.Designs;
import org.svabench.model.Machine;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.cost.CostText;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPresets;

class SpentCostsTest {
  private static final Topology TWO_DEVICES = TopologyPresets.topology("grid:1x2");
  private static final Topology GUEST = TopologyPresets.topology("guest-1viommu:2");

  @Test
  void aSubmissionTakesWhatTheFormulaOfModelledTimeSays() {
    Recorded hardware =
        new Recorded(TWO_DEVICES, "iotlb typ=900\ndevtlb typ=1000\nsaving typ=300\n");

    notify("vtd-6.14", TWO_DEVICES, hardware);

    assertEquals(List.of(900L + 2 * 1000 - 2 * 300), hardware.took);
  }

  @Test
  void commandsThatWaitOneByOneTakeTheSum() {
    Recorded hardware = new Recorded(TWO_DEVICES, "iotlb typ=900\ndevtlb typ=1000\n");

    notify("vtd-6.6", TWO_DEVICES, hardware);

    assertEquals(List.of(900L, 1000L, 900L, 1000L), hardware.took);
  }

  @Test
  void anExitIsSpentBeforeTheTailWriteReturnsAndOnlyWhereTheQueueIsTrapped() {
    String prices = "exit typ=50000\ncommand typ=1000\n";
    Recorded trapped = new Recorded(GUEST, prices);
    Recorded bare = new Recorded(TWO_DEVICES, prices);

    notify("vtd-6.14", GUEST, trapped);
    notify("vtd-6.14", TWO_DEVICES, bare);

    assertTrue(trapped.spentInside.get(0) >= 50_000 + 3 * 1000, trapped.spentInside.toString());
    assertEquals(List.of(0L), trapped.took);
    assertEquals(List.of(0L), bare.took);
  }

  @Test
  void whatIsUnderWayDelaysTheNextWaitOfTheSameIommuOnly() {
    long minute = 60_000_000_000L;
    SpentCosts hardware = costs(TopologyPresets.topology("grid:2x1"), "iotlb typ=" + minute + "\n");
    long[] iotlb = {0x36, 0}; // PASID-selective IOTLB, so that the decoder knows it

    assertEquals(minute, hardware.execute(0, iotlb, 1, false));
    assertTrue(hardware.execute(0, iotlb, 1, true) > minute);
    assertEquals(minute, hardware.execute(1, iotlb, 1, true));
  }

  private static void notify(String design, Topology topology, Recorded hardware) {
    Machine machine =
        Machine.with(topology, Designs.named(design).orElseThrow()).hardware(hardware).build();
    Cpu cpu = machine.newCpu();
    Mm mm = AllBound.mm(machine, cpu);
    hardware.begin();
    machine.invalidate(cpu, mm, 0x1000, 0x2000);
  }

  private static SpentCosts costs(Topology topology, String prices) {
    CostPreset preset = CostText.parse("test", prices.lines().toList());
    return new SpentCosts(topology, Designs.VTD_6_14.decoder(), preset);
  }

  /** Passes on, and takes down; nobody waits, so that nothing is under way for the next. */
  private static final class Recorded extends Hardware {
    private final Topology topology;
    private final String prices;
    private final List<Long> took = new ArrayList<>();
    private final List<Long> spentInside = new ArrayList<>();
    private boolean began;

    Recorded(Topology topology, String prices) {
      this.topology = topology;
      this.prices = prices;
    }

    void begin() {
      began = true;
    }

    @Override
    public long execute(int iommu, long[] words, int count, boolean waits) {
      if (began) {
        SpentCosts hardware = costs(topology, prices);
        long before = System.nanoTime();
        took.add(hardware.execute(iommu, words, count, waits));
        spentInside.add(System.nanoTime() - before);
      }
      return 0;
    }
  }
}
