package org.svabench.benchmarks.index;

import org.jctools.maps.NonBlockingSetInt;

/**
 * JCTools' set of ints. Walks ask for each bit, as its iterator does, which boxes and allocates
 * besides.
 */
final class JctoolsSet extends BitSetContender {
  private final NonBlockingSetInt bits = new NonBlockingSetInt();
  private final int capacity;

  JctoolsSet(int capacity) {
    this.capacity = capacity;
    // Grown to its size at once.
    bits.add(capacity - 1);
    bits.remove(capacity - 1);
  }

  @Override
  void set(int bit) {
    bits.add(bit);
  }

  @Override
  void clear(int bit) {
    bits.remove(bit);
  }

  @Override
  long sum() {
    long sum = 0;
    for (int bit = 0; bit < capacity; bit++) {
      if (bits.contains(bit)) {
        sum += bit;
      }
    }
    return sum;
  }
}
