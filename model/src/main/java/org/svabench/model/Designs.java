package org.svabench.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.svabench.model.amd.AmdDecoder;
import org.svabench.model.amd.AmdDriver;
import org.svabench.model.fanout.Indexes;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.fanout.SpinlockedTagList;
import org.svabench.model.fanout.TagOrder;
import org.svabench.model.mm.FlushRule;
import org.svabench.model.smmu.InvalidationArrayDriver;
import org.svabench.model.smmu.MasterListDriver;
import org.svabench.model.smmu.RidDomainDriver;
import org.svabench.model.smmu.SmmuDecoder;
import org.svabench.model.smmu.SmmuRules;
import org.svabench.model.sva.CoreRules;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;
import org.svabench.model.vtd.CacheTagDriver;
import org.svabench.model.vtd.DeviceListDriver;
import org.svabench.model.vtd.VtdDecoder;
import org.svabench.model.vtd.VtdRules;

/** The designs that have a name. */
public final class Designs {
  private static final Set<Quirk> V6_10_TO_V6_16 = Set.of(Quirk.DEVICE_WIDE_FULL_FLUSH);
  private static final VtdRules ONE_PER_WAIT = VtdRules.withoutDefects(1);
  private static final VtdRules BATCHED = VtdRules.withoutDefects(VtdRules.BATCH);

  /** Per group, per device. */
  public static final Design VTD_6_6 =
      vtd(
          "vtd-6.6",
          CoreRules.V6_6,
          deviceList(),
          Set.of(Quirk.FULL_FLUSH_WRAP),
          "domain per group; per device, one wait per command",
          "v6.6 drivers/iommu/iommu-sva.c, intel/svm.c");

  /** Shared without handle reuse, per device. */
  public static final Design VTD_6_8_RC =
      vtd(
          "vtd-6.8rc",
          CoreRules.V6_8_RC,
          deviceList(),
          Set.of(),
          "shared domain, a repeat bind fails; fan-out as vtd-6.6",
          "v6.8-rc drivers/iommu/iommu-sva.c, intel/svm.c");

  /** Shared, per device: sharing alone. */
  public static final Design VTD_6_8 =
      vtd(
          "vtd-6.8",
          CoreRules.V6_9,
          deviceList(),
          Set.of(),
          "shared domain, handle by device; fan-out as vtd-6.6",
          "v6.8 drivers/iommu/iommu-sva.c, intel/svm.c");

  /** Shared, per IOMMU. */
  public static final Design VTD_6_10 =
      vtd(
          "vtd-6.10",
          CoreRules.V6_9,
          cacheTags(ONE_PER_WAIT, TagOrder.TAIL),
          V6_10_TO_V6_16,
          "shared domain; one IOTLB command per IOMMU, one wait per command",
          "v6.10 drivers/iommu/iommu-sva.c, intel/cache.c");

  /** Shared, per IOMMU, batched in bind order. */
  public static final Design VTD_6_12 =
      vtd(
          "vtd-6.12",
          CoreRules.V6_12,
          cacheTags(BATCHED, TagOrder.TAIL),
          V6_10_TO_V6_16,
          "shared domain, handle by group; per IOMMU, up to 16 commands per wait, tags in bind order",
          "v6.12 drivers/iommu/iommu-sva.c, intel/cache.c");

  /** Shared, per IOMMU, batched IOMMU by IOMMU. */
  public static final Design VTD_6_14 =
      vtd(
          "vtd-6.14",
          CoreRules.V6_12,
          cacheTags(BATCHED, TagOrder.GROUPED_BY_IOMMU),
          V6_10_TO_V6_16,
          "as vtd-6.12, tags grouped by IOMMU",
          "v6.14 drivers/iommu/intel/cache.c (acf5d49aaf86)");

  /** The newest. */
  public static final Design VTD_7_1 =
      vtd(
          "vtd-7.1",
          CoreRules.V7_1,
          cacheTags(BATCHED.withAtsRequired(), TagOrder.GROUPED_BY_IOMMU),
          FlushRule.X86_EXACT,
          Set.of(),
          "as vtd-6.14; ATS required, list of SVA mms",
          "v7.1 drivers/iommu/iommu-sva.c, intel/cache.c, intel/svm.c");

  /** Ours: the core of 6.12 over the lock-free bitset. */
  public static final Design VTD_BITSET =
      vtd(
          "vtd-bitset",
          CoreRules.V6_12,
          indexed(BATCHED, Indexes.BITSET::over),
          Set.of(),
          "core of vtd-6.12; lock-free bitset of devices, IOMMU by IOMMU, up to 16 commands per wait",
          "org.svabench.model.fanout.IommuBitSet; commands as vtd-6.14, IOMMUs in ascending order");

  /**
   * SMMUv3, a notifier per RID domain. The core of v6.6, whose name it bears: the sharing of v6.8
   * would change no command, because domains are empty shells up to v6.10.
   */
  public static final Design SMMU_6_6 =
      smmu(
          "smmu-6.6",
          CoreRules.V6_6,
          (topology, quirks, hardware, index) ->
              new RidDomainDriver(topology, smmuRules(quirks), hardware),
          FlushRule.ARM64,
          Set.of(Quirk.EMPTY_RANGE),
          "domain per group; a notifier per RID domain, each tells its unit and all its masters",
          "v6.6 drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3-sva.c");

  /** SMMUv3, a domain per unit. The core of its time, which finds handles through the group. */
  public static final Design SMMU_6_11 =
      smmu(
          "smmu-6.11",
          CoreRules.V6_12,
          (topology, quirks, hardware, index) ->
              new MasterListDriver(topology, smmuRules(quirks), hardware),
          FlushRule.ARM64,
          Set.of(Quirk.EMPTY_RANGE),
          "domain per unit, each a notifier; the unit's TLB, then one batch for all its devices",
          "v6.11 drivers/iommu/arm/arm-smmu-v3/arm-smmu-v3-sva.c");

  /** SMMUv3, a domain per unit with a sorted array. Merged after v7.0, so the core of v7.1. */
  public static final Design SMMU_INVS =
      smmu(
          "smmu-invs",
          CoreRules.V7_1,
          (topology, quirks, hardware, index) ->
              new InvalidationArrayDriver(topology, smmuRules(quirks), hardware),
          FlushRule.ARM64_RANGE,
          Set.of(),
          "as smmu-6.11, from a sorted array replaced at attach (RCU); exact blocks for devices",
          "arm_smmu_invs series of March 2026 (587bb3e56a2c, b77429757e45)");

  /** AMD, which shares domains in every release it has them in. */
  public static final Design AMD_6_14 =
      new Design(
          "amd-6.14",
          Family.AMD,
          CoreRules.V6_12,
          (topology, quirks, hardware, index) -> new AmdDriver(topology, hardware),
          FlushRule.X86_CEILING,
          new AmdDecoder(),
          Set.of(),
          "shared domain; per device, one wait per device; nothing is told once per IOMMU",
          "v6.14 drivers/iommu/amd/pasid.c, iommu.c");

  private static final List<Design> ALL =
      List.of(
          VTD_6_6,
          VTD_6_8_RC,
          VTD_6_8,
          VTD_6_10,
          VTD_6_12,
          VTD_6_14,
          VTD_7_1,
          VTD_BITSET,
          SMMU_6_6,
          SMMU_6_11,
          SMMU_INVS,
          AMD_6_14);

  private static final Map<String, Design> RECORDED = recorded();

  private Designs() {}

  /**
   * All designs, oldest first.
   *
   * @return an immutable list
   */
  public static List<Design> all() {
    return ALL;
  }

  /**
   * Finds a design by name.
   *
   * @param name a design's name, or one of the recorded models of the scenario format ({@code
   *     pergroup}, {@code shared}, {@code shared-v68}, {@code shared-v71})
   * @return the design, or empty
   */
  public static Optional<Design> named(String name) {
    for (Design design : ALL) {
      if (design.name().equals(name)) {
        return Optional.of(design);
      }
    }
    return Optional.ofNullable(RECORDED.get(name));
  }

  /**
   * Every name that {@link #named} knows.
   *
   * @return designs first, then recorded models
   */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    ALL.forEach(design -> names.add(design.name()));
    names.addAll(RECORDED.keySet());
    return List.copyOf(names);
  }

  private static Map<String, Design> recorded() {
    Map<String, Design> models = new LinkedHashMap<>();
    for (Design model :
        List.of(
            VTD_6_6.withCore("pergroup", CoreRules.V6_6, "recorded model: vtd-6.6"),
            VTD_6_14.withCore("shared", CoreRules.V6_9, "recorded model: core of v6.9"),
            VTD_6_14.withCore("shared-v68", CoreRules.V6_8_RC, "recorded model: core of v6.8-rc"),
            VTD_7_1.withCore("shared-v71", CoreRules.V7_1, "recorded model: vtd-7.1"))) {
      models.put(model.name(), model);
    }
    return models;
  }

  private static Design vtd(
      String name,
      CoreRules core,
      FanOut fanOut,
      Set<Quirk> eraQuirks,
      String summary,
      String source) {
    return vtd(name, core, fanOut, FlushRule.X86_CEILING, eraQuirks, summary, source);
  }

  private static Design vtd(
      String name,
      CoreRules core,
      FanOut fanOut,
      FlushRule flushRule,
      Set<Quirk> eraQuirks,
      String summary,
      String source) {
    return new Design(
        name, Family.VTD, core, fanOut, flushRule, new VtdDecoder(), eraQuirks, summary, source);
  }

  private static Design smmu(
      String name,
      CoreRules core,
      FanOut fanOut,
      FlushRule flushRule,
      Set<Quirk> eraQuirks,
      String summary,
      String source) {
    return new Design(
        name, Family.SMMU, core, fanOut, flushRule, new SmmuDecoder(), eraQuirks, summary, source);
  }

  private static SmmuRules smmuRules(Set<Quirk> quirks) {
    return new SmmuRules(quirks.contains(Quirk.EMPTY_RANGE), quirks.contains(Quirk.DOUBLED_TLBI));
  }

  private static FanOut deviceList() {
    return (topology, quirks, hardware, index) ->
        new DeviceListDriver(topology, withDefects(ONE_PER_WAIT, quirks), hardware);
  }

  private static FanOut cacheTags(VtdRules rules, TagOrder order) {
    return indexed(rules, topology -> () -> new SpinlockedTagList(order));
  }

  private static FanOut indexed(
      VtdRules rules, Function<Topology, Supplier<InvalidationIndex>> ownIndex) {
    return (topology, quirks, hardware, index) ->
        new CacheTagDriver(
            topology,
            withDefects(rules, quirks),
            hardware,
            index == null ? ownIndex.apply(topology) : index);
  }

  private static VtdRules withDefects(VtdRules rules, Set<Quirk> quirks) {
    return rules.withDefects(
        quirks.contains(Quirk.FULL_FLUSH_WRAP),
        quirks.contains(Quirk.DEVICE_WIDE_FULL_FLUSH),
        quirks.contains(Quirk.NON_PASID_IOTLB));
  }
}
