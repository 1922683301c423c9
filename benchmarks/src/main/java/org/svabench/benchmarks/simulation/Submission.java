package org.svabench.benchmarks.simulation;

import java.util.List;

/**
 * One hand-over to a queue, as the model made it.
 *
 * @param iommu index of the IOMMU whose queue it is
 * @param iotlbCommands commands to the IOMMU's own caches
 * @param devices index of the device each device-TLB command is for
 * @param waits whether a wait command follows, for which the CPU waits
 */
public record Submission(int iommu, int iotlbCommands, List<Integer> devices, boolean waits) {
  /**
   * Commands, the wait not among them.
   *
   * @return 0 or above
   */
  public int commands() {
    return iotlbCommands + devices.size();
  }

  /** Slots it takes, its wait included. */
  int slots() {
    return commands() + (waits ? 1 : 0);
  }
}
