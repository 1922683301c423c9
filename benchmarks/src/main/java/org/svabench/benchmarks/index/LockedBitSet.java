package org.svabench.benchmarks.index;

import java.util.BitSet;
import java.util.concurrent.locks.ReentrantLock;

/** {@link BitSet} under a {@link ReentrantLock}. */
final class LockedBitSet extends BitSetContender {
  private final BitSet bits;
  private final ReentrantLock lock = new ReentrantLock();

  LockedBitSet(int capacity) {
    bits = new BitSet(capacity);
  }

  @Override
  void set(int bit) {
    lock.lock();
    try {
      bits.set(bit);
    } finally {
      lock.unlock();
    }
  }

  @Override
  void clear(int bit) {
    lock.lock();
    try {
      bits.clear(bit);
    } finally {
      lock.unlock();
    }
  }

  @Override
  long sum() {
    lock.lock();
    try {
      return SynchronizedBitSet.sum(bits);
    } finally {
      lock.unlock();
    }
  }
}
