package org.svabench.benchmarks.fanout;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.svabench.benchmarks.choice.NotificationRange;
import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.Quirk;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** An mm with devices bound, alone on a machine, so that what a notification sends is its own. */
public final class BoundMm {
  private final Machine machine;
  private final Cpu cpu;
  private final Mm mm;
  private final Map<String, Integer> refused = new TreeMap<>();

  private BoundMm(Machine machine) {
    this.machine = machine;
    cpu = machine.newCpu();
    mm = machine.newMm();
  }

  /**
   * Binds devices in the order given. What binding sends reaches the hardware too.
   *
   * @param topology the machine
   * @param design the design
   * @param quirks the defects that are on
   * @param hardware sees every submission
   * @param devices the devices
   * @return the mm
   */
  public static BoundMm of(
      Topology topology,
      Design design,
      Set<Quirk> quirks,
      Hardware hardware,
      List<Device> devices) {
    BoundMm bound =
        new BoundMm(Machine.with(topology, design).quirks(quirks).hardware(hardware).build());
    for (Device device : devices) {
      int error = bound.machine.bind(bound.cpu, bound.mm, device);
      if (error != 0) {
        bound.refused.merge(Errno.name(error), 1, Integer::sum);
      }
    }
    return bound;
  }

  /**
   * The machine.
   *
   * @return never null
   */
  public Machine machine() {
    return machine;
  }

  /**
   * How many devices could not be bound.
   *
   * @return by error name
   */
  public Map<String, Integer> refused() {
    return refused;
  }

  /**
   * Notifies once.
   *
   * @param range the range
   * @param asFlushed whether the range is what was flushed, so that the design's kernels may hand
   *     over a wider one
   */
  public void invalidate(NotificationRange range, boolean asFlushed) {
    NotificationRange handed = asFlushed ? range.flushedBy(machine.design()) : range;
    machine.invalidate(cpu, mm, handed.start(), handed.end());
  }
}
