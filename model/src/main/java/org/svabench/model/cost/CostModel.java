package org.svabench.model.cost;

/**
 * Modelled time from exact counts:
 *
 * <pre>
 *   iotlb x IOTLB commands + devtlb x device-TLB commands
 * - saving x (commands - submissions)
 * + exit x submissions + command x commands            where the queue is trapped
 * </pre>
 *
 * <p>It is linear, so the time of a notification is the sum over its submissions, and over its
 * IOMMUs where these are waited for one after another; where a design overlaps the waits it is the
 * largest of the IOMMUs' times. Immutable; the methods do not allocate.
 */
public final class CostModel {
  private final Price iotlb;
  private final Price deviceTlb;
  private final Price saving;
  private final Price exit;
  private final Price command;

  /**
   * Takes the prices of a preset.
   *
   * @param preset the preset
   * @param trapped whether submissions leave the guest
   */
  public CostModel(CostPreset preset, boolean trapped) {
    iotlb = preset.price(CostTerm.IOTLB);
    deviceTlb = preset.price(CostTerm.DEVICE_TLB);
    saving = preset.price(CostTerm.SAVING);
    exit = trapped ? preset.price(CostTerm.EXIT) : Price.ZERO;
    command = trapped ? preset.price(CostTerm.COMMAND) : Price.ZERO;
  }

  /**
   * The time of commands that are submitted and waited for one after another.
   *
   * @param level which figures of the preset to use
   * @param iotlbCommands IOTLB and PASID-cache commands
   * @param deviceTlbCommands device-TLB commands
   * @param submissions hand-overs to the queue, each with one wait
   * @return nanoseconds
   */
  public long nanos(CostLevel level, long iotlbCommands, long deviceTlbCommands, long submissions) {
    long commands = iotlbCommands + deviceTlbCommands;
    return iotlb.at(level) * iotlbCommands
        + deviceTlb.at(level) * deviceTlbCommands
        - saving.at(level) * (commands - submissions)
        + exit.at(level) * submissions
        + command.at(level) * commands;
  }
}
