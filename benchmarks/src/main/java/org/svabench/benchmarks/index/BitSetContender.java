package org.svabench.benchmarks.index;

import java.util.List;
import java.util.function.IntFunction;

/**
 * A set of bits that several threads may change and walk, as somebody would write it. One kind per
 * fork, so calls are monomorphic.
 */
abstract class BitSetContender {
  abstract void set(int bit);

  abstract void clear(int bit);

  /** Sum of the bits that are set: a walk whose result depends on each. */
  abstract long sum();

  /**
   * Makes a contender.
   *
   * @param name of {@link #NAMES}
   * @param bits capacity
   */
  static BitSetContender named(String name, int bits) {
    final IntFunction<BitSetContender> maker =
        switch (name) {
          case "iommu-bitset" -> OurBitSet::new;
          case "synchronized" -> SynchronizedBitSet::new;
          case "reentrant-lock" -> LockedBitSet::new;
          case "stamped-lock" -> StampedBitSet::new;
          case "atomic-long-array" -> AtomicWords::new;
          case "non-blocking-set-int" -> JctoolsSet::new;
          default -> throw new IllegalArgumentException("must be one of " + NAMES + ": " + name);
        };
    return maker.apply(bits);
  }

  /** The kinds, ours first. */
  static final List<String> NAMES =
      List.of(
          "iommu-bitset",
          "synchronized",
          "reentrant-lock",
          "stamped-lock",
          "atomic-long-array",
          "non-blocking-set-int");
}
