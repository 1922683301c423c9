package org.svabench.benchmarks.index;

import java.util.concurrent.atomic.AtomicLongArray;

/** Words of an {@link AtomicLongArray}, changed by compare-and-set where there is a change. */
final class AtomicWords extends BitSetContender {
  private final AtomicLongArray words;

  AtomicWords(int capacity) {
    words = new AtomicLongArray((capacity - 1) / Long.SIZE + 1);
  }

  @Override
  void set(int bit) {
    final int word = bit / Long.SIZE;
    long seen = words.get(word);
    while ((seen & 1L << bit) == 0 && !words.compareAndSet(word, seen, seen | 1L << bit)) {
      seen = words.get(word);
    }
  }

  @Override
  void clear(int bit) {
    final int word = bit / Long.SIZE;
    long seen = words.get(word);
    while ((seen & 1L << bit) != 0 && !words.compareAndSet(word, seen, seen & ~(1L << bit))) {
      seen = words.get(word);
    }
  }

  @Override
  long sum() {
    long sum = 0;
    for (int word = 0; word < words.length(); word++) {
      for (long left = words.get(word); left != 0; left &= left - 1) {
        sum += word * (long) Long.SIZE + Long.numberOfTrailingZeros(left);
      }
    }
    return sum;
  }
}
