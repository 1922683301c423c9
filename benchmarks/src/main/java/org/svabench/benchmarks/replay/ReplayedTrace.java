package org.svabench.benchmarks.replay;

import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.topology.Topology;

/**
 * A replay that has ended, with all that its output speaks of.
 *
 * @param name of the trace, as the user gave it
 * @param format the tool whose text it is
 * @param counts what the trace held
 * @param replay what its notifications sent
 * @param topology the machine
 * @param devices how many devices were bound to each selected mm
 * @param cost the prices of modelled time
 * @param whatIf whether designs are compared with the first one
 */
public record ReplayedTrace(
    String name,
    String format,
    TraceCounts counts,
    Replay replay,
    Topology topology,
    int devices,
    CostPreset cost,
    boolean whatIf) {

  /**
   * Length of the trace.
   *
   * @return seconds, 0 where all lines have one time
   */
  double seconds() {
    return counts.elapsedNanos() / 1e9;
  }

  /** A count per second of the trace, or NaN where it has no length. */
  double perSecond(double count) {
    return counts.elapsedNanos() == 0 ? Double.NaN : count / seconds();
  }

  /**
   * Over-invalidation: pages covered per page asked for and IOMMU; NaN where no range was passed
   * on.
   */
  double overInvalidation(DesignReplay design) {
    Tally total = design.total();
    return total.askedPages == 0
        ? Double.NaN
        : total.coveredPages / ((double) total.askedPages * design.boundIommus());
  }
}
