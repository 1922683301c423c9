package org.svabench.model.vtd;

/**
 * The driver's half of a VT-d design, and the defects that are turned on.
 *
 * @param commandsPerWait most descriptors of one submission: 1 before v6.12, 16 from then on
 * @param requiresAts whether devices without ATS are refused at allocation and attach (v7.1)
 * @param wholeByOrder whether a block of order 52 becomes a whole-PASID command (v7.1); a
 *     page-selective one before
 * @param fullFlushWraps defect of v6.6.0: a full flush computes zero pages and emits nothing
 * @param deviceWideFullFlush defect of v6.10 to v6.16: a full flush tells device TLBs without the
 *     PASID
 * @param nonPasidIotlb defect of v6.17 to v6.19: IOTLB commands without the PASID
 */
public record VtdRules(
    int commandsPerWait,
    boolean requiresAts,
    boolean wholeByOrder,
    boolean fullFlushWraps,
    boolean deviceWideFullFlush,
    boolean nonPasidIotlb) {
  /** Size of the domain's batch buffer ({@code QI_MAX_BATCHED_DESC_COUNT}, v6.12). */
  public static final int BATCH = 16;

  /**
   * Rules without defects.
   *
   * @param commandsPerWait 1 or {@link #BATCH}
   * @return the rules
   */
  public static VtdRules withoutDefects(int commandsPerWait) {
    return new VtdRules(commandsPerWait, false, false, false, false, false);
  }

  /**
   * The same rules with the eligibility check and the order rule of v7.1.
   *
   * @return new rules
   */
  public VtdRules withAtsRequired() {
    return new VtdRules(
        commandsPerWait, true, true, fullFlushWraps, deviceWideFullFlush, nonPasidIotlb);
  }

  /**
   * The same rules with defects turned on.
   *
   * @param wraps see {@link #fullFlushWraps}
   * @param deviceWide see {@link #deviceWideFullFlush}
   * @param nonPasid see {@link #nonPasidIotlb}
   * @return new rules
   */
  public VtdRules withDefects(boolean wraps, boolean deviceWide, boolean nonPasid) {
    return new VtdRules(
        commandsPerWait,
        requiresAts,
        wholeByOrder,
        fullFlushWraps || wraps,
        deviceWideFullFlush || deviceWide,
        nonPasidIotlb || nonPasid);
  }
}
