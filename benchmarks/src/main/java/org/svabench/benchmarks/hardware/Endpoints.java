package org.svabench.benchmarks.hardware;

import java.util.List;
import java.util.Set;
import org.svabench.model.topology.Topology;

/**
 * The machine of a trace, and which of its devices the events mean. Devices of one group are
 * attached and detached together, one after another.
 */
interface Endpoints {
  /**
   * The devices that a run of attach or detach events means.
   *
   * @param run the devices in the order of the events
   * @param attached indexes of those that are attached
   * @param attaching whether they are attached, or detached
   * @return their indexes; of each group at least one
   */
  List<Integer> resolve(List<Endpoint> run, Set<Integer> attached, boolean attaching);

  /** How many devices there are by now. */
  int size();

  /** The machine by now. */
  Topology topology();
}
