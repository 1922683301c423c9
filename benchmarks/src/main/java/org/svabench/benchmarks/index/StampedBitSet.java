package org.svabench.benchmarks.index;

import java.util.BitSet;
import java.util.concurrent.locks.StampedLock;

/**
 * {@link BitSet} under a {@link StampedLock}. Walks take the read lock: an optimistic one could run
 * off a set that changes under it.
 */
final class StampedBitSet extends BitSetContender {
  private final BitSet bits;
  private final StampedLock lock = new StampedLock();

  StampedBitSet(int capacity) {
    bits = new BitSet(capacity);
  }

  @Override
  void set(int bit) {
    final long stamp = lock.writeLock();
    try {
      bits.set(bit);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  void clear(int bit) {
    final long stamp = lock.writeLock();
    try {
      bits.clear(bit);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  long sum() {
    final long stamp = lock.readLock();
    try {
      return SynchronizedBitSet.sum(bits);
    } finally {
      lock.unlockRead(stamp);
    }
  }
}
