package org.svabench.benchmarks.index;

import java.util.BitSet;

/** {@link BitSet} under its monitor. */
final class SynchronizedBitSet extends BitSetContender {
  private final BitSet bits;

  SynchronizedBitSet(int capacity) {
    bits = new BitSet(capacity);
  }

  @Override
  void set(int bit) {
    synchronized (bits) {
      bits.set(bit);
    }
  }

  @Override
  void clear(int bit) {
    synchronized (bits) {
      bits.clear(bit);
    }
  }

  @Override
  long sum() {
    synchronized (bits) {
      return sum(bits);
    }
  }

  static long sum(BitSet bits) {
    long sum = 0;
    for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
      sum += bit;
    }
    return sum;
  }
}
