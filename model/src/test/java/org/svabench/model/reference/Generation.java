package org.svabench.model.reference;

import java.util.Map;
import java.util.Optional;
import org.svabench.model.Design;

/**
 * What the facts say of a named design. Kept apart from the model's own rules on purpose.
 *
 * @param core which iommu-sva.c and iommu.c
 * @param flush how a notification fans out
 */
record Generation(Core core, Flush flush) {
  /** Generations of the core, oldest first. */
  enum Core {
    V6_6,
    V6_8_RC,
    V6_9,
    V6_11,
    V7_1
  }

  /** How a notification fans out. */
  enum Flush {
    EACH_DEVICE,
    TAGS,
    TAGS_BATCHED,
    TAGS_BATCHED_GROUPED,
    /** SMMUv3 up to v6.10. */
    RID_DOMAINS,
    /** SMMUv3 v6.11 to v7.0. */
    MASTERS,
    /** SMMUv3 after v7.0. */
    SORTED_ARRAY,
    AMD_DEVICES
  }

  private static final Map<String, Generation> BY_NAME =
      Map.ofEntries(
          Map.entry("vtd-6.6", new Generation(Core.V6_6, Flush.EACH_DEVICE)),
          Map.entry("vtd-6.8rc", new Generation(Core.V6_8_RC, Flush.EACH_DEVICE)),
          Map.entry("vtd-6.8", new Generation(Core.V6_9, Flush.EACH_DEVICE)),
          Map.entry("vtd-6.10", new Generation(Core.V6_9, Flush.TAGS)),
          Map.entry("vtd-6.12", new Generation(Core.V6_11, Flush.TAGS_BATCHED)),
          Map.entry("vtd-6.14", new Generation(Core.V6_11, Flush.TAGS_BATCHED_GROUPED)),
          Map.entry("vtd-7.1", new Generation(Core.V7_1, Flush.TAGS_BATCHED_GROUPED)),
          Map.entry("smmu-6.6", new Generation(Core.V6_6, Flush.RID_DOMAINS)),
          Map.entry("smmu-6.11", new Generation(Core.V6_11, Flush.MASTERS)),
          Map.entry("smmu-invs", new Generation(Core.V7_1, Flush.SORTED_ARRAY)),
          Map.entry("amd-6.14", new Generation(Core.V6_11, Flush.AMD_DEVICES)),
          Map.entry("pergroup", new Generation(Core.V6_6, Flush.EACH_DEVICE)),
          Map.entry("shared", new Generation(Core.V6_9, Flush.TAGS_BATCHED_GROUPED)),
          Map.entry("shared-v68", new Generation(Core.V6_8_RC, Flush.TAGS_BATCHED_GROUPED)),
          Map.entry("shared-v71", new Generation(Core.V7_1, Flush.TAGS_BATCHED_GROUPED)));

  static Optional<Generation> of(Design design) {
    return Optional.ofNullable(BY_NAME.get(design.name()));
  }

  boolean perGroup() {
    return core == Core.V6_6;
  }

  /** From v6.17 on eligibility is checked at allocation and at each attach. */
  boolean checksEligibility() {
    return core == Core.V7_1;
  }
}
