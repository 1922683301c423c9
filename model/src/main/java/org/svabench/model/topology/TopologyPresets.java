package org.svabench.model.topology;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The machines known by name.
 *
 * <p>IOMMUs without a device that can do SVA are left out, except in {@code spr-64s}, where their
 * number is the point. Numbers of units ({@code dmar0}) follow the order of this list; those of a
 * real machine depend on its firmware.
 */
public final class TopologyPresets {
  private static final int[] SPR_STACKS = {0x6a, 0x6f, 0x74, 0x79, 0xe7, 0xec, 0xf1, 0xf6};
  private static final int SPR_STACKS_PER_SOCKET = 4;
  private static final int SPR_UNITS_PER_SOCKET = 10;
  private static final int DSA_SLOT = 1;
  private static final int IAA_SLOT = 2;

  private static final String QEMU_QPL =
      "bus numbers: QEMU docs/devel/migration/{qpl,uadk}-compression.rst and Intel's DSA scripts";

  private static final List<TopologyPreset> ALL =
      List.of(
          new TopologyPreset(
              "spr-2s-dsa-iaa",
              PresetSize.fixed(),
              "2-socket Sapphire Rapids: 8 DSA and 8 IAA, a DSA/IAA pair behind each of 8 VT-d"
                  + " units, all with ATS (the pairing is inferred from shared bus numbers)",
              QEMU_QPL,
              (name, size) -> {
                TopologyBuilder machine = Topology.named(name, Family.VTD);
                for (int stack = 0; stack < SPR_STACKS.length; stack++) {
                  machine.iommu("dmar" + stack);
                  sprAccelerator(machine, stack, 0, SPR_STACKS[stack], DSA_SLOT);
                  sprAccelerator(machine, stack, 0, SPR_STACKS[stack], IAA_SLOT);
                }
                return machine.build();
              }),
          new TopologyPreset(
              "spr-1s-dsa",
              PresetSize.fixed(),
              "1-socket Sapphire Rapids: 4 DSA with ATS, each behind a VT-d unit of its own",
              QEMU_QPL,
              (name, size) -> {
                TopologyBuilder machine = Topology.named(name, Family.VTD);
                for (int stack = 0; stack < SPR_STACKS_PER_SOCKET; stack++) {
                  machine.iommu("dmar" + stack);
                  sprAccelerator(machine, stack, 0, SPR_STACKS[stack], DSA_SLOT);
                }
                return machine.build();
              }),
          new TopologyPreset(
              "guest-1viommu",
              PresetSize.number("n", 1, Topology.MAX_DEVICES, 4),
              "guest with n devices with ATS behind one emulated VT-d unit: queue trapped (each"
                  + " tail write is an exit), caching mode",
              "QEMU hw/i386/intel_iommu.c: one unit (dmar0) for the guest, vtd_handle_iqt_write",
              (name, size) -> {
                TopologyBuilder machine = Topology.named(name, Family.VTD).trapped(true);
                machine.iommu("dmar0", unit -> unit.caching(true));
                return devices(machine, 0, size[0]).build();
              }),
          new TopologyPreset(
              "kunpeng920-2s",
              PresetSize.number("I", 4, 8, 8),
              "2-socket Kunpeng 920: 4 ZIP and 4 SEC engines without ATS (stall model), spread over"
                  + " I of its 8 SMMUv3; no range invalidation. How engines share units is not"
                  + " public: I=4 puts the ZIP and SEC of a die behind one unit",
              "arm-smmu-v3.0..7.auto, 4 per socket: kernel logs on the mailing lists",
              (name, size) -> kunpeng(name, size[0])),
          new TopologyPreset(
              "grace-vm-8",
              PresetSize.fixed(),
              "guest on NVIDIA Grace: 8 devices with ATS, each behind a virtual SMMUv3 of its own"
                  + " (a domain belongs to one unit), no range invalidation: queues trapped (no"
                  + " VCMDQ); SMMUv3 has no caching mode, VT-d designs run here find it on",
              "KubeVirt defaults for Grace guests (ats=on ril=off ssidSize=20); over 8 units in one"
                  + " VM: cover letter of the arm_smmu_invs series, 2025",
              (name, size) -> {
                TopologyBuilder machine = Topology.named(name, Family.SMMU).trapped(true);
                for (int unit = 0; unit < 8; unit++) {
                  machine.iommu(smmuName(unit), it -> it.caching(true));
                  machine.device(unit);
                }
                return machine.build();
              }),
          new TopologyPreset(
              "thor-gb10",
              PresetSize.fixed(),
              "NVIDIA Thor or GB10: one GPU with ATS behind one SMMUv3. The erratum that doubles"
                  + " each TLBI is a quirk of its own, off by default",
              "siderolabs/talos issue 14087, changjongkim/LLM-Share RESEARCH_HOSTMM (2026)",
              (name, size) -> {
                TopologyBuilder machine = Topology.named(name, Family.SMMU).iommu(smmuName(0));
                machine.device(0).name("gpu0");
                return machine.build();
              }),
          new TopologyPreset(
              "epyc-2s-8iommu",
              PresetSize.fixed(),
              "2-socket EPYC: 8 accelerators with ATS, one behind each of 8 IOMMUs, 16-bit PASIDs"
                  + " (the accelerators are assumed)",
              "IOMMUs at 00/20/40/60/80/a0/c0/e0:00.2 and PASmax 0xF: register dumps of Rome",
              (name, size) -> {
                TopologyBuilder machine = Topology.named(name, Family.AMD);
                for (int unit = 0; unit < 8; unit++) {
                  int bus = unit * 0x20;
                  machine.iommu("ivhd" + unit);
                  machine.device(unit).maxPasids(1 << 16).sourceId(bus + 1 << 8);
                }
                return machine.build();
              }),
          new TopologyPreset(
              "client-hetero",
              PresetSize.fixed(),
              "Intel client: iGPU with ATS behind dmar0, another device without ATS behind dmar1,"
                  + " in two compatibility classes (hypothetical: on real VT-d the bind behind an"
                  + " incapable unit fails with -ENODEV)",
              "kernel log: IOMMU feature fl1gp_support, pasid, prs, ... inconsistent",
              (name, size) -> {
                TopologyBuilder machine = Topology.named(name, Family.VTD);
                machine.iommu("dmar0").iommu("dmar1", unit -> unit.compatibilityClass(1));
                machine.device(0).name("0000:00:02.0").sourceId(2 << 3);
                machine.device(1).ats(false);
                return machine.build();
              }),
          new TopologyPreset(
              "spr-64s",
              PresetSize.number("K", 1, 2 * SPR_STACKS_PER_SOCKET, SPR_STACKS_PER_SOCKET),
              "64-socket Sapphire Rapids: 640 VT-d units, K DSA with ATS in each socket, each"
                  + " behind a unit of its own (from the fifth on K counts IAAs, beside the DSAs)",
              "10 units per socket: CentOS Stream 9 MR 1023 (64-socket HPE machine)",
              (name, size) -> spr64(name, size[0])),
          new TopologyPreset(
              "azure-vm-144",
              PresetSize.number("n", 1, Topology.MAX_DEVICES, 4),
              "144-CPU guest with n devices with ATS behind one emulated SMMUv3 of 256 queue"
                  + " entries, no range invalidation: queue trapped; SMMUv3 has no caching mode,"
                  + " VT-d designs run here find it on",
              "command queue fairness series v2 of 2025-10-20 (Pan, Grest)",
              (name, size) -> {
                TopologyBuilder machine = Topology.named(name, Family.SMMU).trapped(true);
                machine.iommu(smmuName(0), unit -> unit.caching(true));
                return devices(machine, 0, size[0]).build();
              }),
          new TopologyPreset(
              "grid",
              PresetSize.grid(),
              "I VT-d units with D devices with ATS behind each; ids go unit by unit",
              "synthetic",
              (name, size) -> {
                TopologyBuilder machine = Topology.named(name, Family.VTD);
                for (int unit = 0; unit < size[0]; unit++) {
                  devices(machine.iommu("dmar" + unit), unit, size[1]);
                }
                return machine.build();
              }));

  private TopologyPresets() {}

  /**
   * All presets, in the order in which they are listed.
   *
   * @return an immutable list
   */
  public static List<TopologyPreset> all() {
    return ALL;
  }

  /**
   * A preset by the part of its name before the colon.
   *
   * @param name the name, with or without a size
   * @return the preset, or nothing where no preset has this name
   */
  public static Optional<TopologyPreset> find(String name) {
    int colon = name.indexOf(':');
    String stem = colon < 0 ? name : name.substring(0, colon);
    return ALL.stream().filter(preset -> preset.name().equals(stem)).findFirst();
  }

  /**
   * Builds the machine of a name.
   *
   * @param name a preset's name, with a size where it takes one
   * @return the topology
   * @throws IllegalArgumentException where there is no such preset or size; the message says which
   *     there are
   */
  public static Topology topology(String name) {
    TopologyPreset preset =
        find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no topology preset is called "
                            + name
                            + "; there are "
                            + ALL.stream()
                                .map(TopologyPreset::syntax)
                                .collect(Collectors.joining(", "))));
    int colon = name.indexOf(':');
    return preset.topology(colon < 0 ? null : name.substring(colon + 1));
  }

  private static TopologyBuilder devices(TopologyBuilder machine, int unit, int count) {
    for (int i = 0; i < count; i++) {
      machine.device(unit);
    }
    return machine;
  }

  private static String smmuName(int unit) {
    return "arm-smmu-v3." + unit + ".auto";
  }

  private static void sprAccelerator(
      TopologyBuilder machine, int unit, int segment, int bus, int slot) {
    machine
        .device(unit)
        .name(String.format(Locale.ROOT, "%04x:%02x:%02x.0", segment, bus, slot))
        .sourceId(bus << 8 | slot << 3);
  }

  private static Topology spr64(String name, int perSocket) {
    TopologyBuilder machine = Topology.named(name, Family.VTD);
    for (int socket = 0; socket < 64; socket++) {
      int first = socket * SPR_UNITS_PER_SOCKET;
      for (int unit = 0; unit < SPR_UNITS_PER_SOCKET; unit++) {
        machine.iommu("dmar" + (first + unit));
      }
      for (int stack = 0; stack < SPR_STACKS_PER_SOCKET && stack < perSocket; stack++) {
        sprAccelerator(machine, first + stack, socket, SPR_STACKS[stack], DSA_SLOT);
        if (stack + SPR_STACKS_PER_SOCKET < perSocket) {
          sprAccelerator(machine, first + stack, socket, SPR_STACKS[stack], IAA_SLOT);
        }
      }
    }
    return machine.build();
  }

  private static Topology kunpeng(String name, int units) {
    TopologyBuilder machine = Topology.named(name, Family.SMMU);
    for (int unit = 0; unit < units; unit++) {
      machine.iommu(smmuName(unit));
    }
    for (int engine = 0; engine < 8; engine++) {
      String kind = engine % 2 == 0 ? "zip" : "sec";
      machine.device(engine * units / 8).name("hisi_" + kind + "-" + engine / 2).ats(false);
    }
    return machine.build();
  }
}
