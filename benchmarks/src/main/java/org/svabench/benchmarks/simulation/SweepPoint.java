package org.svabench.benchmarks.simulation;

import java.util.List;
import java.util.Set;
import org.svabench.benchmarks.choice.NotificationRange;
import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.cost.CostLevel;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.topology.Iommu;
import org.svabench.model.topology.Topology;

/**
 * One row of a sweep, before it is run.
 *
 * @param topology the machine, range invalidation set
 * @param design the design
 * @param range the range of each notification
 * @param cost the prices
 * @param rules how commands get into queues
 * @param overlapped whether a CPU waits for several IOMMUs at once
 * @param beforeShare how much of the CPU's work on a submission is done before it is handed over
 * @param load who notifies
 * @param line the price of a cache line that another CPU has
 * @param notifications how many are measured
 * @param seed the seed
 */
public record SweepPoint(
    Topology topology,
    Design design,
    NotificationRange range,
    CostPreset cost,
    QueueRules rules,
    boolean overlapped,
    double beforeShare,
    Load load,
    LineCost line,
    int notifications,
    long seed) {

  /**
   * What the model sends for a notification with all devices bound.
   *
   * @return the submissions
   */
  public CommandStream stream() {
    return CommandStream.of(topology, design, Set.of(), range, false, topology.devices());
  }

  /** The run of mms that send these. */
  Setup setup(List<CommandStream> streams) {
    return new Setup(
        topology.iommuCount(),
        topology.trapped(),
        streams,
        Machine.of(topology, design).notificationsExclude(),
        overlapped,
        rules,
        Timing.of(cost, CostLevel.TYP, topology.trapped(), beforeShare),
        line,
        load,
        notifications,
        seed);
  }

  /**
   * Runs it.
   *
   * @return the row
   * @throws IllegalArgumentException where a submission does not fit into a queue
   */
  public SweepRow run() {
    CommandStream stream = stream();
    return new SweepRow(this, stream, Simulation.run(setup(List.of(stream))));
  }

  /** Whether the units have range invalidation. */
  boolean rangeInvalidation() {
    return topology.iommus().stream().anyMatch(Iommu::rangeInvalidation);
  }

  /** The design; marked where the machine does not know its commands. */
  String designInWords() {
    return design.name() + (design.family() == topology.family() ? "" : " (hypothetical)");
  }

  /** Where a CPU polls for the end of its wait. */
  String pollInWords() {
    return rules.entry() != QueueRules.Entry.LOCK
        ? "no lock"
        : rules.pollUnderLock() ? "lock" : "outside";
  }

  /** In which order the waits of several IOMMUs go. */
  String waitInWords() {
    return overlapped ? "overlapped" : "sequential";
  }

  /** Who gets slots that come back to a full queue. */
  String fullInWords() {
    return rules.fair() ? "fair" : "unfair";
  }

  /** Whose the queues are. */
  String queueInWords() {
    return rules.perCpu() ? "per-cpu" : "shared";
  }
}
