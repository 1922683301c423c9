package org.svabench.benchmarks.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.benchmarks.choice.CostChoice;
import org.svabench.benchmarks.choice.RangeChoice;
import org.svabench.benchmarks.fanout.FanOutCount;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.cost.CostLevel;
import org.svabench.model.cost.CostModel;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyPresets;

class SimulationIT {
  private static final long MICROSECOND = 1000 * Timing.NANOSECOND;
  private static final LineCost LINE = new LineCost(20_000, 100_000);

  /** The hardware's work alone: 1 us for each command. */
  private static final Timing HARDWARE = new Timing(0, 0, MICROSECOND, MICROSECOND, 0, 0);

  private static SweepPoint point(
      String topology, String design, int cpus, int mms, long gap, int notifications) {
    Topology machine = TopologyPresets.topology(topology);
    Design chosen = Designs.named(design).orElseThrow();
    return new SweepPoint(
        machine,
        chosen,
        RangeChoice.of("1p"),
        CostChoice.usualFor(machine),
        QueueRules.of(machine, chosen),
        false,
        Timing.USUAL_BEFORE_SHARE,
        new Load(cpus, mms, gap, true),
        LINE,
        notifications,
        1);
  }

  private static SweepPoint with(SweepPoint point, QueueRules rules, long seed) {
    return new SweepPoint(
        point.topology(),
        point.design(),
        point.range(),
        point.cost(),
        rules,
        point.overlapped(),
        point.beforeShare(),
        point.load(),
        point.line(),
        point.notifications(),
        seed);
  }

  /** A queue into which nothing but the hardware's time goes. */
  private static Setup oneQueue(int cpus, long gap, int slots, int notifications) {
    return new Setup(
        1,
        false,
        List.of(new CommandStream(List.of(new Submission(0, 1, List.of(), true)))),
        false,
        false,
        new QueueRules(QueueRules.Entry.LOCK, slots, false, false, false),
        HARDWARE,
        LineCost.NONE,
        new Load(cpus, cpus, gap, true),
        notifications,
        1);
  }

  static Stream<Design> designs() {
    return Designs.all().stream();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void aNotificationSendsWhatFanOutCounts(Design design) {
    for (String name : List.of("spr-2s-dsa-iaa", "azure-vm-144", "epyc-2s-8iommu")) {
      Topology topology = TopologyPresets.topology(name);
      for (String range : List.of("1p", "511p", "all")) {
        CommandStream stream =
            CommandStream.of(
                topology, design, Set.of(), RangeChoice.of(range), false, topology.devices());
        FanOutCount count =
            FanOutCount.of(topology, design, RangeChoice.of(range), Set.of(), false);
        assertEquals(count.commands(), stream.commands(), name + " " + range);
        assertEquals(count.waits(), stream.waits(), name + " " + range);
        assertEquals(count.submissions(), stream.submissions().size(), name + " " + range);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void oneCpuTakesTheSumOfTheCosts(Design design) {
    for (String name : List.of("spr-2s-dsa-iaa", "guest-1viommu:16", "thor-gb10")) {
      Topology topology = TopologyPresets.topology(name);
      CostPreset cost = CostChoice.usualFor(topology);
      FanOutCount count = FanOutCount.of(topology, design, RangeChoice.of("1p"), Set.of(), false);
      SimulationResult result = point(name, design.name(), 1, 1, 0, 20).run().result();
      assertEquals(
          count.nanos(new CostModel(cost, topology.trapped()), CostLevel.TYP) * Timing.NANOSECOND,
          result.elapsed() / 20,
          name);
    }
  }

  @Test
  void batchesWithoutAWaitOverlapWithTheHardware() {
    Topology topology = TopologyPresets.topology("kunpeng920-2s:4");
    Design design = Designs.SMMU_6_11;
    CommandStream stream =
        CommandStream.of(
            topology, design, Set.of(), RangeChoice.of("128p"), false, List.of(topology.device(0)));
    assertEquals(2, stream.submissions().size());
    Setup setup =
        new Setup(
            4,
            false,
            List.of(stream),
            false,
            false,
            QueueRules.of(topology, design),
            new Timing(10 * MICROSECOND, 10 * MICROSECOND, MICROSECOND, 0, 0, 0),
            LINE,
            new Load(1, 1, 0, false),
            10,
            1);
    // 10 us until the first 64 are there, 64 us of them, 64 us of the others, 10 us behind the
    // wait.
    assertEquals(10 * 148 * MICROSECOND, Simulation.run(setup).elapsed());
  }

  @Test
  void cpusUnderOneLockAreNoFasterThanOne() {
    long alone = point("spr-2s-dsa-iaa", "vtd-6.14", 1, 1, 0, 200).run().result().elapsed();
    SweepPoint many = point("spr-2s-dsa-iaa", "vtd-6.14", 16, 1, 0, 200);
    SimulationResult together = many.run().result();
    // Each of the 8 queues' locks and the mm's lock come from another CPU.
    assertEquals(alone + 200 * 8 * LINE.roundTrip(), together.elapsed() - 200 * LINE.roundTrip());
    assertTrue(
        point("spr-2s-dsa-iaa", "vtd-bitset", 16, 1, 0, 200).run().result().elapsed() < alone / 4);
  }

  @Test
  void overlappedWaitsTakeTheLongestOneAndSequentialOnesTheSum() {
    List<Submission> submissions = new ArrayList<>();
    for (int iommu = 0; iommu < 4; iommu++) {
      submissions.add(new Submission(iommu, iommu + 1, List.of(), true));
    }
    for (boolean overlapped : new boolean[] {false, true}) {
      Setup setup =
          new Setup(
              4,
              false,
              List.of(new CommandStream(submissions)),
              true,
              overlapped,
              new QueueRules(QueueRules.Entry.LOCK, 256, false, false, false),
              HARDWARE,
              LineCost.NONE,
              new Load(1, 1, 0, false),
              10,
              1);
      assertEquals(10 * (overlapped ? 4 : 10) * MICROSECOND, Simulation.run(setup).elapsed());
    }
  }

  /** 255 of 256 slots can be taken, two by each: 127. */
  @Test
  void aQueueIsFullFromThe128thOutstandingSubmissionOn() {
    assertEquals(0, Simulation.run(oneQueue(127, 0, 256, 2000)).fullQueues());
    assertNotEquals(0, Simulation.run(oneQueue(128, 0, 256, 2000)).fullQueues());
    assertEquals(0, Simulation.run(oneQueue(128, 0, 512, 2000)).fullQueues());
    assertThrows(IllegalArgumentException.class, () -> oneQueue(1, 0, 2, 1));
  }

  /** Gaps of a second: most of the CPUs have not come to their first notification. */
  @Test
  void whoHasNotBegunIsNotWaiting() {
    assertTrue(Simulation.run(oneQueue(500, 1_000_000 * MICROSECOND, 256, 50)).longest() < 3000);
  }

  @ParameterizedTest
  @CsvSource({"0.3", "0.5", "0.7"})
  void manySeldomCallersMeetTheQueueOfOneServer(double load) {
    final int cpus = 2000;
    SimulationResult result =
        Simulation.run(oneQueue(cpus, Math.round(cpus * MICROSECOND / load), 1 << 20, 40_000));
    double expected = 1000 * (1 + load / (2 * (1 - load)));
    assertEquals(expected, result.latency().getMean(), 0.05 * expected, "seed 1");
  }

  @Test
  void pollingUnderTheLockKeepsOthersOut() {
    SweepPoint point = point("epyc-2s-8iommu", "amd-6.14", 32, 32, 0, 1000);
    SweepPoint outside = with(point, point.rules().withPollUnderLock(false), 1);
    assertTrue(outside.run().result().perSecond() > 1.2 * point.run().result().perSecond());
  }

  @Test
  void trappedQueuesExitOneAfterAnother() {
    SimulationResult result = point("guest-1viommu:4", "vtd-6.14", 8, 8, 0, 400).run().result();
    long exit = CostPresets.find("vtd-guest-shadow").orElseThrow().rows().get(0).price().typ();
    assertEquals(1e9 / exit, result.perSecond(), 0.01e9 / exit);
    assertEquals(1, result.exits());
  }

  @Test
  void theMoreCpusReserveTheMoreOftenTheyTry() {
    SweepPoint one = point("kunpeng920-2s:4", "smmu-6.11", 1, 1, 0, 2000);
    SweepPoint many = point("kunpeng920-2s:4", "smmu-6.11", 64, 1, 0, 2000);
    assertEquals(1, one.run().result().reservationAttempts());
    assertTrue(many.run().result().reservationAttempts() > 2);
    SweepPoint added = with(many, many.rules().withEntry(QueueRules.Entry.FETCH_AND_ADD), 1);
    assertEquals(1, added.run().result().reservationAttempts(), 0.02);
  }

  @Test
  void queuesOfTheirOwnKeepCpusApart() {
    SweepPoint shared = point("kunpeng920-2s:4", "smmu-6.11", 16, 16, 0, 1000);
    SweepPoint own = with(shared, shared.rules().withPerCpu(true), 1);
    SimulationResult alone = point("kunpeng920-2s:4", "smmu-6.11", 1, 1, 0, 1000).run().result();
    assertEquals(16 * alone.perSecond(), own.run().result().perSecond(), alone.perSecond() * 0.2);
  }

  /** 300 CPUs at a queue that 127 fit into: the hardware is as busy, but nobody is overtaken. */
  @ParameterizedTest
  @CsvSource({"LOCK", "COMPARE_AND_SWAP"})
  void aFairFullQueueShortensTheLongestWaitAndNothingElse(QueueRules.Entry entry) {
    Setup unfair = oneQueue(300, 0, 256, 3000);
    SimulationResult byChance = Simulation.run(with(unfair, unfair.rules().withEntry(entry)));
    SimulationResult inOrder =
        Simulation.run(with(unfair, unfair.rules().withEntry(entry).withFair(true)));
    assertEquals(byChance.perSecond(), inOrder.perSecond(), 1);
    assertEquals(300_000, inOrder.longest(), 2000);
    assertTrue(byChance.longest() > 2 * inOrder.longest());
  }

  private static Setup with(Setup setup, QueueRules rules) {
    return new Setup(
        setup.iommus(),
        setup.trapped(),
        setup.streams(),
        setup.exclusive(),
        setup.overlapped(),
        rules,
        setup.timing(),
        setup.line(),
        setup.load(),
        setup.notifications(),
        setup.seed());
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everyCommandIsExecutedOnceAndInOrderOfItsCpu(Design design) {
    for (String name : List.of("grid:3x20", "azure-vm-144:3", "epyc-2s-8iommu")) {
      Topology topology = TopologyPresets.topology(name);
      for (boolean overlapped : new boolean[] {false, true}) {
        SweepPoint point =
            new SweepPoint(
                topology,
                design,
                RangeChoice.of("70p@0x1000"),
                CostChoice.usualFor(topology),
                QueueRules.of(topology, design).withSlots(128),
                overlapped,
                Timing.USUAL_BEFORE_SHARE,
                new Load(24, 3, MICROSECOND, true),
                LINE,
                100,
                7);
        CommandStream stream = point.stream();
        Map<String, Integer> executed = new HashMap<>();
        long[] commands = new long[1];
        Simulation.run(
            point.setup(List.of(stream)),
            (queue, cpu, submission) -> {
              List<Submission> expected =
                  stream.submissions().stream().filter(each -> each.iommu() == queue).toList();
              int number = executed.merge(cpu + "@" + queue, 1, Integer::sum) - 1;
              assertEquals(expected.get(number % expected.size()), submission, name);
              commands[0] += submission.commands();
            });
        // What the last notifications of the 24 CPUs have sent may be executed or not.
        assertTrue(commands[0] >= 110 * stream.commands(), name);
        assertTrue(commands[0] <= (110 + 24) * stream.commands(), name);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    for (String design : List.of("vtd-6.6", "smmu-6.11")) {
      SweepPoint point = point("grid:1x4", design, 140, 140, MICROSECOND, 400);
      String once = SweepReport.json(List.of(point.run()));
      assertEquals(once, SweepReport.json(List.of(point.run())));
      SweepPoint other = with(point, point.rules(), 2);
      assertNotEquals(
          once.replace("\"seed\": 1", ""),
          SweepReport.json(List.of(other.run())).replace("\"seed\": 2", ""));
    }
  }

  @Test
  void aSlowDeviceDelaysWhoSharesItsQueueAndNobodyElse() {
    SweepPoint point = point("spr-2s-dsa-iaa", "vtd-6.14", 16, 4, 20 * MICROSECOND, 1);
    List<BlastRow> rows =
        new SlowDevice(point, point.topology().device(0), 5000 * MICROSECOND).run();
    assertEquals(List.of(Share.values()), rows.stream().map(BlastRow::share).toList());
    assertEquals(4, rows.get(0).delayedCpus());
    assertEquals(4, rows.get(1).delayedCpus());
    assertEquals(0, rows.get(2).delayedCpus());
    assertEquals(8, rows.get(2).cpus());
    assertTrue(rows.get(0).longestNanos() > 5_000_000);
    assertTrue(rows.get(2).longestNanos() < 100_000);
  }
}
