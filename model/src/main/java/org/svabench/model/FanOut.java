package org.svabench.model;

import java.util.Set;
import java.util.function.Supplier;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.SvaDriver;
import org.svabench.model.topology.Topology;

/** How a notification fans out: makes the driver of a machine. */
@FunctionalInterface
public interface FanOut {
  /**
   * Makes the driver and its rings.
   *
   * @param topology the machine
   * @param quirks the defects that are turned on
   * @param hardware what consumes the commands, or null
   * @param index an index to use instead of the design's own, or null; designs without an
   *     interchangeable index ignore it
   * @return the driver
   */
  SvaDriver driver(
      Topology topology, Set<Quirk> quirks, Hardware hardware, Supplier<InvalidationIndex> index);
}
