package org.svabench.benchmarks.index;

import java.util.function.IntConsumer;
import org.svabench.model.fanout.IommuBitSet;

/** {@link IommuBitSet} as any caller may use it. For one walking thread. */
final class OurBitSet extends BitSetContender implements IntConsumer {
  private final IommuBitSet bits;
  private long sum;

  OurBitSet(int capacity) {
    bits = new IommuBitSet(capacity);
  }

  @Override
  void set(int bit) {
    bits.set(bit);
  }

  @Override
  void clear(int bit) {
    bits.clear(bit);
  }

  @Override
  long sum() {
    sum = 0;
    bits.forEach(this);
    return sum;
  }

  @Override
  public void accept(int bit) {
    sum += bit;
  }
}
