package org.svabench.model.sva;

/**
 * The core's half of a design: which generation of iommu-sva.c and iommu.c is modelled.
 *
 * @param sharing how domains and handles are shared
 * @param attachRules what the group attach checks
 * @param listsSvaMms whether the mms with domains are listed for kernel-address flushes (v6.19 on)
 */
public record CoreRules(Sharing sharing, AttachRules attachRules, boolean listsSvaMms) {
  /** v6.6. */
  public static final CoreRules V6_6 = new CoreRules(Sharing.PER_GROUP, AttachRules.NONE, false);

  /** v6.8-rc, the merged form of the series before handles were shared again. */
  public static final CoreRules V6_8_RC =
      new CoreRules(Sharing.SHARED_WITHOUT_REUSE, AttachRules.NONE, false);

  /** v6.8 to v6.10. */
  public static final CoreRules V6_9 =
      new CoreRules(
          Sharing.SHARED_HANDLE_BY_DEVICE, AttachRules.EVERY_DEVICE_NEEDS_THE_PASID, false);

  /** v6.11 to v6.18. */
  public static final CoreRules V6_12 =
      new CoreRules(
          Sharing.SHARED_HANDLE_BY_GROUP, AttachRules.DEVICES_WITHOUT_PASIDS_ARE_SKIPPED, false);

  /** v7.1. */
  public static final CoreRules V7_1 =
      new CoreRules(
          Sharing.SHARED_HANDLE_BY_GROUP, AttachRules.DEVICES_WITHOUT_PASIDS_ARE_SKIPPED, true);
}
