package org.svabench.benchmarks.kernel;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What the kernel's own C takes in user space, in nanoseconds per operation.
 *
 * <p>Measured 2026-11-22 on a 2-core AMD EPYC (Zen 4) VM: the logic of iommu-sva.c, iommu.c and the
 * VT-d driver of v6.6, v6.9 with the batched tags of v6.12, and v7.1, compiled with gcc 12 -O2;
 * glibc's allocator, pthread mutexes, RCU callbacks run at once, and a queue that only counts (a
 * submission of one descriptor takes 2.6 ns, of 16 descriptors 10.8 ns). One thread; median of 701
 * batches, then median of 9 rounds. A clock read took 22 ns there.
 */
final class KernelNanos {
  /** Nanoseconds of a reading of the clock on the machine of these figures. */
  static final double CLOCK = 22;

  private static final String[] TOPOLOGIES = {
    "grid:1x1", "grid:1x4", "grid:1x16", "grid:1x64", "grid:4x16"
  };

  private static final Map<String, int[]> V6_6 =
      Map.of(
          "repeat", new int[] {37, 38, 39, 38, 38},
          "attach", new int[] {-1, 213, 212, 211, 212},
          "cold", new int[] {309, 324, 290, 338, 338},
          "invalidateOnePage", new int[] {17, 56, 213, 844, 843},
          "invalidateHugePage", new int[] {19, 62, 234, 931, 930},
          "invalidateAll", new int[] {13, 43, 164, 647, 647});

  private static final Map<String, int[]> V6_9 =
      Map.of(
          "repeat", new int[] {14, 15, 18, 63, 65},
          "attach", new int[] {-1, 225, 266, 670, 592},
          "cold", new int[] {335, 340, 336, 338, 337},
          "invalidateOnePage", new int[] {32, 47, 130, 464, 522},
          "invalidateHugePage", new int[] {33, 50, 140, 494, 550},
          "invalidateAll", new int[] {33, 47, 138, 492, 548});

  private static final Map<String, int[]> V7_1 =
      Map.of(
          "repeat", new int[] {20, 20, 20, 21, 21},
          "attach", new int[] {-1, 231, 265, 508, 405},
          "cold", new int[] {346, 338, 348, 350, 351},
          "invalidateOnePage", new int[] {31, 48, 129, 465, 526},
          "invalidateHugePage", new int[] {32, 50, 138, 492, 552},
          "invalidateAll", new int[] {31, 49, 137, 491, 549});

  /** Ours has no kernel of its own: it is held against the generation whose core it shares. */
  private static final Map<String, Map<String, int[]>> BY_DESIGN =
      Map.of("vtd-6.6", V6_6, "shared", V6_9, "vtd-7.1", V7_1, "vtd-bitset", V6_9);

  private KernelNanos() {}

  /**
   * A row.
   *
   * @param operation a benchmark method of {@link KernelRows}
   * @param design a design of its parameter
   * @param topology a topology of its parameter
   * @return nanoseconds, or empty where that was not measured
   */
  static OptionalInt of(String operation, String design, String topology) {
    final int[] row = BY_DESIGN.getOrDefault(design, Map.of()).get(operation);
    for (int i = 0; row != null && i < TOPOLOGIES.length; i++) {
      if (TOPOLOGIES[i].equals(topology) && row[i] > 0) {
        return OptionalInt.of(row[i]);
      }
    }
    return OptionalInt.empty();
  }
}
