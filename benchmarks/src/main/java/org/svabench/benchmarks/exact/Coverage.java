package org.svabench.benchmarks.exact;

import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.queue.CoverageMeter;
import org.svabench.model.topology.Topology;

/**
 * A twin of the machine under test that meters what its commands cover. Figures per operation are
 * the same on both; only the twin pays for the metering.
 */
public final class Coverage {
  private final CoverageMeter meter;
  private final Machine machine;

  /**
   * A twin on which nothing is bound.
   *
   * @param topology of the machine under test
   * @param design of the machine under test
   */
  public Coverage(Topology topology, Design design) {
    meter = new CoverageMeter(topology.iommuCount(), design.decoder());
    machine = Machine.with(topology, design).hardware(meter).build();
  }

  /**
   * The twin, to be brought into the state the operation starts from.
   *
   * @return the metered machine
   */
  public Machine machine() {
    return machine;
  }

  /**
   * Runs an operation on the twin.
   *
   * @param operation what the benchmark measures, once
   * @return pages it covers, the union per IOMMU summed over IOMMUs
   */
  public long pagesOf(Runnable operation) {
    meter.reset();
    operation.run();
    return meter.coveredPages();
  }
}
