package org.svabench.benchmarks.verify;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.svabench.model.lock.SpinLock;

/**
 * One TLB: the IOTLB of an IOMMU, or the TLB of a device with ATS. Its lock makes reading a page
 * table entry and caching it one step towards invalidations, as hardware drains the reads that are
 * in flight before it completes one.
 */
final class SimulatedTlb {
  private final String name;
  private final SpinLock lock = new SpinLock();
  private final Map<Long, TranslationTable> tables = new ConcurrentHashMap<>();

  SimulatedTlb(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** The table of a tag, made where there is none. */
  TranslationTable table(int domainId, int tag) {
    return tables.computeIfAbsent(key(domainId, tag), unused -> new TranslationTable());
  }

  /** Drops a block that is cached under one tag. */
  void drop(int domainId, int tag, long base, long pages) {
    final TranslationTable table = tables.get(key(domainId, tag));
    if (table != null) {
      lock.lock();
      table.drop(base, pages);
      lock.unlock();
    }
  }

  /** Drops everything that is cached under one tag. */
  void drop(int domainId, int tag) {
    final TranslationTable table = tables.get(key(domainId, tag));
    if (table != null) {
      lock.lock();
      table.dropAll();
      lock.unlock();
    }
  }

  /** Drops a block under every tag of a domain id; of everything where the block has no pages. */
  void dropOfAllTags(int domainId, long base, long pages) {
    lock.lock();
    tables.forEach(
        (key, table) -> {
          if (key >> 32 == domainId) {
            if (pages == 0) {
              table.dropAll();
            } else {
              table.drop(base, pages);
            }
          }
        });
    lock.unlock();
  }

  /** Whether nothing is cached under any tag. */
  boolean isEmpty() {
    return tables.values().stream().allMatch(table -> table.firstCached() < 0);
  }

  private static long key(int domainId, int tag) {
    return (long) domainId << 32 | tag & 0xffffffffL;
  }
}
