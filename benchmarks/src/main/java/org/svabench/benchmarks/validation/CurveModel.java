package org.svabench.benchmarks.validation;

import java.util.List;
import java.util.Set;
import org.svabench.benchmarks.choice.NotificationRange;
import org.svabench.benchmarks.choice.RangeChoice;
import org.svabench.benchmarks.simulation.CommandStream;
import org.svabench.benchmarks.simulation.LineCost;
import org.svabench.benchmarks.simulation.Load;
import org.svabench.benchmarks.simulation.QueueRules;
import org.svabench.benchmarks.simulation.Setup;
import org.svabench.benchmarks.simulation.Simulation;
import org.svabench.benchmarks.simulation.SimulationResult;
import org.svabench.benchmarks.simulation.Timing;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.cost.CostLevel;
import org.svabench.model.cost.CostPresets;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;
import org.svabench.model.topology.TopologyPresets;

/** How the simulation is set up for a kind of measurement, and what of it is fitted. */
public enum CurveModel {
  /** map+unmap of one page through one SMMUv3, many CPUs, one queue. */
  QUEUE_CONTENTION(
      List.of(
          new Parameter("line busy with one CPU", "ns", 30),
          new Parameter("line's round trip", "ns", 300)),
      List.of(
          "1.0 us between two unmaps: a map (dma_map_benchmark, 8 threads, granule 8,"
              + " HiSilicon, Q. Xia 2025)",
          "0.081 us of the hardware for each TLBI (preset smmu-kunpeng920, as Morello)",
          "commands of one unmap: 1 TLBI + CMD_SYNC, from the model (smmu-6.11, one device without"
              + " ATS)")) {
    @Override
    Setup setup(PublishedCurve curve, PublishedPoint point, double[] parameters) {
      QueueRules rules = QueueRules.of(unit(false), Designs.SMMU_6_11);
      return run(
          unit(false),
          Designs.SMMU_6_11,
          point,
          curve.fetchAndAdd() ? rules.withEntry(QueueRules.Entry.FETCH_AND_ADD) : rules,
          new Timing(0, 0, picoseconds(FURTHER_TLBI), 0, 0, 0),
          new LineCost(picoseconds(parameters[0]), picoseconds(parameters[1])),
          picoseconds(MAP));
    }
  },
  /** unmap in a guest whose queue is trapped. */
  TRAPPED_QUEUE(
      List.of(new Parameter("exit", "ns", 30_000), new Parameter("each TLBI", "ns", 1000)),
      List.of(
          "commands of one unmap: 1 TLBI for each page (no range invalidation) + CMD_SYNC, from the"
              + " model",
          "nothing between two unmaps: with it, two threads would meet less often",
          "one lock around the device model")) {
    @Override
    Setup setup(PublishedCurve curve, PublishedPoint point, double[] parameters) {
      return run(
          unit(true),
          Designs.SMMU_6_11,
          point,
          QueueRules.of(unit(true), Designs.SMMU_6_11),
          new Timing(0, 0, 0, 0, picoseconds(parameters[0]), picoseconds(parameters[1])),
          LineCost.NONE,
          0);
    }
  },
  /** unmap in a guest in which every CPU has a hardware queue of its own. */
  DIRECT_QUEUE(
      List.of(new Parameter("fixed", "ns", 5000), new Parameter("each TLBI", "ns", 100)),
      List.of("commands as above", "a queue for each CPU, and hardware that serves them at once")) {
    @Override
    Setup setup(PublishedCurve curve, PublishedPoint point, double[] parameters) {
      return run(
          unit(false),
          Designs.SMMU_6_11,
          point,
          QueueRules.of(unit(false), Designs.SMMU_6_11).withPerCpu(true),
          new Timing(picoseconds(parameters[0]), 0, picoseconds(parameters[1]), 0, 0, 0),
          LineCost.NONE,
          0);
    }
  },
  /** Page-table changes of a process with one device bound. */
  FLUSH_TAX(
      List.of(new Parameter("prices of preset smmu-thor-sva, times", "", 1)),
      List.of(
          "commands of one flush: TLBI + CMD_SYNC, ATC_INV + CMD_SYNC, from the model (smmu-6.6,"
              + " thor-gb10)",
          "how the prices split into CPU and hardware: preset smmu-thor-sva",
          "the time without a device bound, at the same number of threads: published beside it",
          "flushes: one for each page; mprotect two, from the published time added for each flush;"
              + " one for each huge page split",
          "a contended cache line: 20 ns busy, 100 ns round trip (the default of simulate)")) {
    @Override
    Setup setup(PublishedCurve curve, PublishedPoint point, double[] parameters) {
      Topology thor = TopologyPresets.topology("thor-gb10");
      Timing preset =
          Timing.of(
              CostPresets.find("smmu-thor-sva").orElseThrow(),
              CostLevel.TYP,
              false,
              Timing.USUAL_BEFORE_SHARE);
      double work = point.unbound() * NANOS_PER_MILLI * point.threads() / point.flushes();
      return run(
          thor,
          Designs.SMMU_6_6,
          point,
          QueueRules.of(thor, Designs.SMMU_6_6),
          new Timing(
              Math.round(preset.before() * parameters[0]),
              Math.round(preset.after() * parameters[0]),
              Math.round(preset.iotlb() * parameters[0]),
              Math.round(preset.deviceTlb() * parameters[0]),
              0,
              0),
          new LineCost(picoseconds(20), picoseconds(100)),
          picoseconds(work));
    }
  };

  private static final double FURTHER_TLBI = 81;
  private static final double MAP = 1000;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double SECOND_IN_MILLIS = 1e3;
  private static final int NOTIFICATIONS = 4000;

  private final List<Parameter> parameters;
  private final List<String> inputs;

  CurveModel(List<Parameter> parameters, List<String> inputs) {
    this.parameters = parameters;
    this.inputs = inputs;
  }

  /**
   * What is fitted.
   *
   * @return at least one
   */
  public List<Parameter> parameters() {
    return parameters;
  }

  /**
   * What is taken as given, with its source.
   *
   * @return one line each
   */
  public List<String> inputs() {
    return inputs;
  }

  abstract Setup setup(PublishedCurve curve, PublishedPoint point, double[] parameters);

  /** The figure that the simulation has for a published one. */
  double predict(PublishedCurve curve, PublishedPoint point, double[] parameters) {
    SimulationResult result = Simulation.run(setup(curve, point, parameters));
    return switch (point.quantity()) {
      case TRIES -> result.reservationAttempts();
      case MS_PER_GIB -> point.flushes() / result.perSecond() * SECOND_IN_MILLIS;
      case US_PER_OPERATION ->
          this == QUEUE_CONTENTION
              ? point.threads() / result.perSecond() * 1e6
              : result.latency().getMean() / NANOS_PER_MICRO;
    };
  }

  private static Setup run(
      Topology topology,
      Design design,
      PublishedPoint point,
      QueueRules rules,
      Timing timing,
      LineCost line,
      long gap) {
    NotificationRange range = RangeChoice.of(Math.max(1, point.pages()) + "p");
    return new Setup(
        topology.iommuCount(),
        topology.trapped(),
        List.of(CommandStream.of(topology, design, Set.of(), range, false, topology.devices())),
        false,
        false,
        rules,
        timing,
        line,
        new Load(point.threads(), 1, gap, true),
        NOTIFICATIONS,
        1);
  }

  private static Topology unit(boolean trapped) {
    TopologyBuilder machine =
        Topology.named("one unit", Family.SMMU).trapped(trapped).iommu("smmu0");
    machine.device(0).ats(false);
    return machine.build();
  }

  private static long picoseconds(double nanos) {
    return Math.round(nanos * Timing.NANOSECOND);
  }
}
