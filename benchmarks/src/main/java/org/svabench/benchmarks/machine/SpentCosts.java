package org.svabench.benchmarks.machine;

import org.svabench.model.cost.CostLevel;
import org.svabench.model.cost.CostModel;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.cost.CostTerm;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.CommandDecoder;
import org.svabench.model.queue.CommandKind;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Topology;

/**
 * Hardware that takes the time of a preset, where the kernel would spend it.
 *
 * <ul>
 *   <li>An exit, and the hypervisor's work on its commands, are spent in the write of the tail
 *       register: the vCPU does not run meanwhile, and the lock of the queue is held (VT-d {@code
 *       qi_submit_sync}, which has interrupts off too).
 *   <li>Submission, commands and wait are spent by polling for the wait, outside the queue's lock
 *       or under it as the ring does, and under whatever lock the driver holds around it.
 *   <li>An IOMMU executes its submissions one after another: what one CPU has sent delays the wait
 *       of the next. That it overlaps none of them is an assumption; no source says how much it
 *       does. With one CPU it makes no difference.
 * </ul>
 *
 * <p>The sources give submission and wait as one figure, so none of it is spent in the tail write
 * of a queue that is not trapped: contention for such a queue is a lower bound.
 *
 * <p>Allocates nothing after construction. State is per IOMMU and used under that ring's lock.
 */
public final class SpentCosts extends Hardware {
  /** Longs from one IOMMU's field to the next, so that no two share a pair of cache lines. */
  private static final int STRIDE = 128 / Long.BYTES;

  private final CommandDecoder decoder;
  private final CostModel polled;
  private final long exit;
  private final long command;
  private final Command[] decoded;
  private final long[] busyUntil;

  /**
   * Hardware that is idle.
   *
   * @param topology says whether the queues are trapped
   * @param decoder reads the family's commands
   * @param preset typical figures are spent
   */
  public SpentCosts(Topology topology, CommandDecoder decoder, CostPreset preset) {
    this.decoder = decoder;
    polled = new CostModel(preset, false);
    exit = topology.trapped() ? preset.price(CostTerm.EXIT).at(CostLevel.TYP) : 0;
    command = topology.trapped() ? preset.price(CostTerm.COMMAND).at(CostLevel.TYP) : 0;
    decoded = new Command[topology.iommuCount()];
    busyUntil = new long[(topology.iommuCount() + 1) * STRIDE];
    final long now = System.nanoTime();
    for (int iommu = 0; iommu < decoded.length; iommu++) {
      decoded[iommu] = new Command();
      busyUntil[at(iommu)] = now;
    }
  }

  private static int at(int iommu) {
    return (iommu + 1) * STRIDE;
  }

  @Override
  public long execute(int iommu, long[] words, int count, boolean waits) {
    final long arrival = System.nanoTime();
    final long handled = arrival + exit + command * count;
    if (handled != arrival) {
      while (System.nanoTime() - handled < 0) {
        Thread.onSpinWait();
      }
    }
    final long before = busyUntil[at(iommu)];
    final long start = before - handled > 0 ? before : handled;
    final long done = start + polledNanos(iommu, words, count);
    busyUntil[at(iommu)] = done;
    return done - handled;
  }

  private long polledNanos(int iommu, long[] words, int count) {
    final Command command = decoded[iommu];
    int deviceTlb = 0;
    for (int i = 0; i < count; i++) {
      decoder.decode(
          words[CommandRing.PAYLOAD_WORDS * i], words[CommandRing.PAYLOAD_WORDS * i + 1], command);
      if (command.kind == CommandKind.DEVICE_TLB
          || command.kind == CommandKind.DEVICE_TLB_OF_ALL_PASIDS) {
        deviceTlb++;
      }
    }
    return polled.nanos(CostLevel.TYP, count - deviceTlb, deviceTlb, 1);
  }
}
