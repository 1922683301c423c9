package org.svabench.benchmarks.index;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A set with bits in it, and the next bit to change, which moves over the whole set. */
@State(Scope.Thread)
public class FilledBitSet {
  /** Odd, so that all bits are visited in an order that no prefetcher knows. */
  private static final int STRIDE = 0x9e3b;

  /** A kind of set. */
  @Param({
    "iommu-bitset",
    "synchronized",
    "reentrant-lock",
    "stamped-lock",
    "atomic-long-array",
    "non-blocking-set-int"
  })
  public String set;

  /** Capacity, a power of two. */
  @Param({"64", "1024", "65536"})
  public int bits;

  /** Every how many-th bit is set: every second one, or one a word. */
  @Param({"2", "64"})
  public int every;

  private BitSetContender contender;
  private int at;

  /** As JMH makes its states. */
  public FilledBitSet() {}

  /** Fills the set. */
  @Setup(Level.Trial)
  public void fill() {
    contender = BitSetContender.named(set, bits);
    for (int bit = 0; bit < bits; bit += every) {
      contender.set(bit);
    }
  }

  BitSetContender contender() {
    return contender;
  }

  /** A bit that is clear: an odd one. */
  int nextClear() {
    at = at + STRIDE * 2 & bits - 1;
    return at | 1;
  }

  /** A bit that is set. */
  int nextSet() {
    at = at + STRIDE * 2 & bits - 1;
    return at & -every;
  }
}
