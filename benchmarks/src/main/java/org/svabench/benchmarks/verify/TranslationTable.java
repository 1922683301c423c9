package org.svabench.benchmarks.verify;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What one TLB has cached under one tag, by page. Looked up without a lock, as hardware does;
 * filled and dropped under the lock of the TLB.
 */
final class TranslationTable {
  private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] entries = new long[Pages.ALL];

  long get(int page) {
    return (long) ENTRY.getAcquire(entries, page);
  }

  void put(int page, long translation) {
    ENTRY.setRelease(entries, page, translation);
  }

  /** Drops a block, 4 KiB pages, which may be much larger than the windows. */
  void drop(long base, long pages) {
    final long first = base >>> Pages.SHIFT;
    final long end = first + pages;
    drop(Pages.userIndex(first), Pages.userIndex(end));
    drop(Pages.kernelIndex(first), Pages.kernelIndex(end));
  }

  void dropAll() {
    drop(0, Pages.ALL);
  }

  private void drop(int from, int to) {
    for (int page = from; page < to; page++) {
      put(page, Translation.NONE);
    }
  }

  /** The first page that holds something not read from this address space, or -1. */
  int pageOfOtherSpace(int space) {
    for (int page = 0; page < Pages.USER; page++) {
      final long cached = get(page);
      if (cached != Translation.NONE && Translation.space(cached) != space) {
        return page;
      }
    }
    return -1;
  }

  /** The first page that holds anything, or -1. */
  int firstCached() {
    for (int page = 0; page < Pages.ALL; page++) {
      if (get(page) != Translation.NONE) {
        return page;
      }
    }
    return -1;
  }
}
