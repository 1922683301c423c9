package org.svabench.benchmarks.simulation;

import org.svabench.model.cost.CostLevel;
import org.svabench.model.cost.CostPreset;
import org.svabench.model.cost.CostTerm;

/**
 * The prices of {@link org.svabench.model.cost.CostModel}, split by who is busy meanwhile. All in
 * picoseconds. One CPU that waits for each submission takes what the cost model says.
 *
 * <p>What a submission costs whatever is in it is the CPU's work before it hands over and after the
 * wait; together the preset's saving, which a command does not pay behind another one's wait.
 *
 * @param before the CPU's work until the tail register is written
 * @param after the CPU's work from the end of the wait on
 * @param iotlb the hardware's work on an IOTLB command
 * @param deviceTlb the hardware's work on a device-TLB command, the device's answer included
 * @param exit of a submission to a trapped queue
 * @param command of each command behind that exit
 */
public record Timing(long before, long after, long iotlb, long deviceTlb, long exit, long command) {
  /** Picoseconds of a nanosecond. */
  public static final long NANOSECOND = 1000;

  /** What is assumed where nothing else is said. */
  public static final double USUAL_BEFORE_SHARE = 0.5;

  /**
   * The prices of a preset.
   *
   * @param preset the preset
   * @param level which of its figures
   * @param trapped whether submissions leave the guest
   * @param beforeShare how much of the CPU's work is done before the tail register is written,
   *     0..1; nobody has published it
   * @return the prices
   */
  public static Timing of(CostPreset preset, CostLevel level, boolean trapped, double beforeShare) {
    long saving = preset.price(CostTerm.SAVING).at(level);
    long before = Math.round(saving * NANOSECOND * beforeShare);
    return new Timing(
        before,
        saving * NANOSECOND - before,
        Math.max(0, preset.price(CostTerm.IOTLB).at(level) - saving) * NANOSECOND,
        Math.max(0, preset.price(CostTerm.DEVICE_TLB).at(level) - saving) * NANOSECOND,
        trapped ? preset.price(CostTerm.EXIT).at(level) * NANOSECOND : 0,
        trapped ? preset.price(CostTerm.COMMAND).at(level) * NANOSECOND : 0);
  }

  /** The hardware's work on a submission. */
  long work(Submission submission) {
    return submission.iotlbCommands() * iotlb + submission.devices().size() * deviceTlb;
  }

  /** What an exit handles of a submission beside the exit itself. */
  long handled(Submission submission) {
    return submission.commands() * command;
  }
}
