package org.svabench.benchmarks.fanout;

import java.util.Map;
import java.util.Set;
import org.svabench.benchmarks.choice.NotificationRange;
import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.Quirk;
import org.svabench.model.cost.CostLevel;
import org.svabench.model.cost.CostModel;
import org.svabench.model.queue.CoverageMeter;
import org.svabench.model.topology.Topology;

/**
 * What one notification of an mm costs that has every device of a topology bound, in order of the
 * devices' ids.
 *
 * @param topology the machine
 * @param design the design
 * @param range the range
 * @param quirks the defects that are on
 * @param refused how many devices could not be bound, by error name
 * @param iotlbCommands IOTLB commands
 * @param deviceTlbCommands device-TLB commands
 * @param waits wait descriptors, CMD_SYNCs or COMPLETION_WAITs
 * @param submissions hand-overs to a queue
 * @param exits submissions that leave a guest
 * @param coveredPages union of the blocks of one IOMMU's IOTLB commands, summed over IOMMUs
 * @param wholeCommands IOTLB commands about everything of a PASID, which cover no block
 */
public record FanOutCount(
    Topology topology,
    Design design,
    NotificationRange range,
    Set<Quirk> quirks,
    Map<String, Integer> refused,
    long iotlbCommands,
    long deviceTlbCommands,
    long waits,
    long submissions,
    long exits,
    long coveredPages,
    long wholeCommands) {

  /**
   * Binds every device and notifies once.
   *
   * @param topology the machine
   * @param design the design
   * @param range the range
   * @param quirks the defects that are on
   * @param asFlushed whether the range is what was flushed, so that the design's kernels may hand
   *     over a wider one
   * @return the counts
   */
  public static FanOutCount of(
      Topology topology,
      Design design,
      NotificationRange range,
      Set<Quirk> quirks,
      boolean asFlushed) {
    CoverageMeter meter = new CoverageMeter(topology.iommuCount(), design.decoder());
    BoundMm mm = BoundMm.of(topology, design, quirks, meter, topology.devices());
    Machine machine = mm.machine();
    meter.reset();
    long waits = machine.waits();
    long submissions = machine.submissions();
    long exits = machine.exits();
    mm.invalidate(range, asFlushed);
    return new FanOutCount(
        topology,
        design,
        range,
        quirks,
        mm.refused(),
        meter.iotlbCommands(),
        meter.deviceTlbCommands(),
        machine.waits() - waits,
        machine.submissions() - submissions,
        machine.exits() - exits,
        meter.coveredPages(),
        meter.wholeCommands());
  }

  /**
   * All commands, waits not among them.
   *
   * @return 0 or above
   */
  public long commands() {
    return iotlbCommands + deviceTlbCommands;
  }

  /**
   * Devices that are bound.
   *
   * @return 0 .. devices of the topology
   */
  public int bound() {
    int missing = refused.values().stream().mapToInt(Integer::intValue).sum();
    return topology.deviceCount() - missing;
  }

  /**
   * Whether the design speaks another command set than the machine.
   *
   * @return true where the row answers what such a machine would do
   */
  public boolean hypothetical() {
    return design.family() != topology.family();
  }

  /**
   * Modelled time.
   *
   * @param costs the prices
   * @param level which figures
   * @return nanoseconds
   */
  public long nanos(CostModel costs, CostLevel level) {
    return costs.nanos(level, iotlbCommands, deviceTlbCommands, submissions);
  }
}
