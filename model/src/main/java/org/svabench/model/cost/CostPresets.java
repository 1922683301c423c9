package org.svabench.model.cost;

import static org.svabench.model.cost.CostTerm.COMMAND;
import static org.svabench.model.cost.CostTerm.DEVICE_TLB;
import static org.svabench.model.cost.CostTerm.EXIT;
import static org.svabench.model.cost.CostTerm.IOTLB;
import static org.svabench.model.cost.CostTerm.NOTE;
import static org.svabench.model.cost.CostTerm.SAVING;

import java.util.List;
import java.util.Optional;

/**
 * The published costs, as presets. What each row was taken for, and which rows only inform, is in
 * {@code benchmarks/docs/costs.md}.
 */
public final class CostPresets {
  /** The software path alone: nothing has a price. */
  public static final CostPreset NONE =
      new CostPreset("none", "nothing has a price: the software path alone", List.of());

  private static final String QPL =
      "dmar_perf_latency in QEMU docs/devel/migration/qpl-compression.rst";
  private static final String BATCHING =
      "at least 800 cycles: T. Zhang, 'Batch IOTLB/dev-IOTLB invalidation' v3, 2024-08-15";
  private static final String GRACE =
      "dma_map_benchmark in a guest: N. Chen, iommufd HW QUEUE series v9, 2025";
  private static final String PAGEALLOC = "M. Saleh, IOMMU_DEBUG_PAGEALLOC series, 2025-26";
  private static final String UIUC = "github xlab-uiuc/iommu-vm tracing CSVs, kernel 6.12.9, 2025";
  private static final String THOR =
      "github changjongkim/LLM-Share RESEARCH_HOSTMM 3.1-3.2, kernel 6.8.12-tegra, 2026";

  private static final Price BATCHING_SAVES = new Price(230, 300, 420);
  private static final Price MORELLO_FURTHER_PAGE = Price.of(81);
  private static final Price MORELLO_UNMAP = new Price(600, 600, 1100);
  private static final Price SNAPDRAGON_UNMAP = new Price(1800, 1800, 6200);
  private static final Price VCMDQ_UNMAP = new Price(5300, 5300, 6800);
  private static final Price KUNPENG_UNMAP = new Price(500, 1300, 2423);
  private static final Price THOR_ATC = Price.of(2800);
  private static final Price AMD_WAIT = new Price(500, 1500, 5000);

  private static final List<CostPreset> ALL =
      List.of(
          NONE,
          new CostPreset(
              "vtd-spr",
              "Intel Sapphire Rapids, bare metal",
              List.of(
                  CostRow.of(
                      IOTLB,
                      "iotlb submit+wait",
                      new Price(400, 900, 2000),
                      "S+D",
                      QPL + " (70% < 1 us, all < 2 us)"),
                  CostRow.of(
                      DEVICE_TLB,
                      "devtlb submit+wait",
                      new Price(500, 1000, 2900),
                      "S+D",
                      QPL + " (67% < 1 us, max 2 us truncated)"),
                  CostRow.of(
                      SAVING,
                      "saved per merged submission",
                      BATCHING_SAVES,
                      "S+D",
                      BATCHING + ", at 1.9-3.5 GHz"),
                  CostRow.of(NOTE, "prq fault", new Price(1000, 9000, 556_000), "S", QPL))),
          new CostPreset(
              "vtd-icx",
              "Intel Ice Lake-SP (Xeon Silver 4314), bare metal",
              List.of(
                  CostRow.of(
                      IOTLB,
                      "iotlb submit+wait",
                      Price.of(1062),
                      "S2",
                      "2548 cycles at 2.4 GHz (DATE'24)"),
                  CostRow.of(
                      SAVING,
                      "saved per merged submission",
                      Price.of(333),
                      "S+D",
                      BATCHING + ", at 2.4 GHz"))),
          new CostPreset(
              "vtd-host-ebpf",
              "Intel host with ConnectX VFs, bare metal, the eBPF probe's own cost included",
              List.of(
                  CostRow.of(IOTLB, "iotlb_sync including the tool", Price.of(2320), "S", UIUC),
                  borrowedBatching())),
          new CostPreset(
              "vtd-kbl",
              "Intel Kaby Lake client, bare metal",
              List.of(
                  CostRow.of(
                      IOTLB,
                      "iotlb submit+wait",
                      new Price(2000, 2000, 2999),
                      "S",
                      "kernel Documentation/ABI/testing/debugfs-intel-iommu (18 samples)"),
                  borrowedBatching())),
          new CostPreset(
              "vtd-2015",
              "Intel Xeon E3 class of 2015, bare metal",
              List.of(
                  CostRow.of(
                      IOTLB,
                      "iotlb submit+wait",
                      Price.of(690),
                      "S2+M",
                      "rIOMMU, ASPLOS'15: 2127 cycles, at 3.1 GHz"),
                  CostRow.of(
                      SAVING,
                      "saved per merged submission",
                      Price.of(258),
                      "S+D",
                      BATCHING + ", at 3.1 GHz"))),
          new CostPreset(
              "vtd-guest-shadow",
              "QEMU intel-iommu in caching mode: the tail write's handler does all the work",
              List.of(
                  CostRow.of(
                      EXIT,
                      "exit handler per tail write",
                      new Price(52_800, 52_800, 56_200),
                      "S",
                      UIUC + " (n=24 and n=4)"))),
          new CostPreset(
              "smmu-grace-guest-trap",
              "nested SMMUv3 on NVIDIA Grace, guest command queue trapped",
              List.of(
                  CostRow.of(
                      EXIT, "exit+fixed", Price.of(33_200), "S+D", GRACE + ", fit of the table"),
                  CostRow.of(
                      COMMAND, "per TLBI", Price.of(2460), "S+D", GRACE + ", fit of the table"),
                  new CostRow(
                      NOTE, "2-thread multiplier", null, "x2.7", "S+D", GRACE + ", 96.9/35.7"))),
          new CostPreset(
              "smmu-grace-vcmdq",
              "nested SMMUv3 on NVIDIA Grace, guest has a queue of its own (VCMDQ, no exits)",
              List.of(
                  CostRow.of(
                      IOTLB, "4K unmap total", VCMDQ_UNMAP, "S", GRACE + " (1 and 2 threads)"),
                  furtherCommand(VCMDQ_UNMAP, Price.of(170), "S+D", GRACE + ", fit"))),
          new CostPreset(
              "smmu-morello",
              "Arm Morello (SMMUv3), page-table work of the unmap included",
              List.of(
                  CostRow.of(
                      IOTLB, "4K unmap", MORELLO_UNMAP, "S", PAGEALLOC + " (1 and 4 threads)"),
                  furtherCommand(MORELLO_UNMAP, MORELLO_FURTHER_PAGE, "S+D", PAGEALLOC))),
          new CostPreset(
              "smmu-snapdragonx",
              "Snapdragon X (SMMUv3), page-table work of the unmap included",
              List.of(
                  CostRow.of(
                      IOTLB, "4K unmap", SNAPDRAGON_UNMAP, "S", PAGEALLOC + " (1 and 8 threads)"),
                  furtherCommand(SNAPDRAGON_UNMAP, Price.of(206), "S+D", PAGEALLOC))),
          new CostPreset(
              "smmu-kunpeng920",
              "HiSilicon Kunpeng 920 (SMMUv3), page-table work of the unmap included",
              List.of(
                  CostRow.of(
                      IOTLB,
                      "unmap, dma_map_benchmark",
                      KUNPENG_UNMAP,
                      "S",
                      "B. Song 2020-11, Q. Xia 2025-05 (selftest patches)"),
                  furtherCommand(KUNPENG_UNMAP, MORELLO_FURTHER_PAGE, "A", "as Morello"),
                  CostRow.of(
                      NOTE,
                      "unmap (instrumented)",
                      new Price(2000, 5000, 8000),
                      "S",
                      "B. Song 2020: funclatency 4-8 us against 1-2 us passthrough"),
                  new CostRow(
                      NOTE,
                      "per map+unmap at 8/16/32/64 CPUs",
                      null,
                      "3500/8700/27800/90900 ns",
                      "S+D",
                      "J. Garry 2020, before his series"))),
          new CostPreset(
              "smmu-thor-sva",
              "NVIDIA Jetson Thor (SMMUv3), a CUDA process; fits single-page flushes only",
              List.of(
                  CostRow.of(
                      IOTLB,
                      "TLBI+SYNC of one page",
                      Price.of(6300),
                      "S+D",
                      THOR + ", 51.2% of samples"),
                  CostRow.of(
                      DEVICE_TLB,
                      "ATC+SYNC of one page",
                      THOR_ATC,
                      "S+D",
                      THOR + ", 22.2% of samples"),
                  furtherCommand(THOR_ATC, MORELLO_FURTHER_PAGE, "A", "as Morello"),
                  CostRow.of(
                      NOTE,
                      "single-page flush added, 1 thread",
                      new Price(9020, 9140, 9230),
                      "S",
                      THOR),
                  CostRow.of(
                      NOTE,
                      "single-page flush added, 4 threads",
                      Price.of(3670),
                      "S",
                      THOR + ", peak 240k flushes/s"))),
          new CostPreset(
              "amd-any",
              "AMD: an assumption, no public figure exists; a command costs its wait alone",
              List.of(
                  CostRow.of(IOTLB, "COMPLETION_WAIT", AMD_WAIT, "A", "no public figure"),
                  CostRow.of(
                      SAVING, "saved per merged submission", AMD_WAIT, "A", "the whole wait"))),
          new CostPreset(
              "virtio-iommu",
              "virtio-iommu: ratios to the host, informative only",
              List.of(
                  new CostRow(
                      NOTE,
                      "4k randrw latency against host",
                      null,
                      "x7.1 lazy, x8.8 strict",
                      "S",
                      "J.-P. Brucker 2023-08-02"))),
          new CostPreset(
              "timeout",
              "how long drivers wait before they give a command up, informative only",
              List.of(
                  CostRow.of(NOTE, "AMD driver", Price.of(100_000_000), "S", "100 ms"),
                  CostRow.of(NOTE, "SMMUv3 driver", Price.of(1_000_000_000), "S", "1 s"))));

  private CostPresets() {}

  /**
   * All presets, in the order in which they are listed; {@code none} is the first.
   *
   * @return an immutable list
   */
  public static List<CostPreset> all() {
    return ALL;
  }

  /**
   * A preset by name.
   *
   * @param name its name
   * @return the preset, or nothing where none has this name
   */
  public static Optional<CostPreset> find(String name) {
    return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
  }

  private static CostRow borrowedBatching() {
    return CostRow.of(
        SAVING, "saved per merged submission", BATCHING_SAVES, "A", BATCHING + ", as vtd-spr");
  }

  /** A command behind another one's wait costs only what a further page costs. */
  private static CostRow furtherCommand(Price alone, Price further, String tag, String source) {
    return CostRow.of(
        SAVING,
        "saved per merged submission (" + further.typ() + " ns per further page)",
        alone.minus(further),
        tag,
        source);
  }
}
