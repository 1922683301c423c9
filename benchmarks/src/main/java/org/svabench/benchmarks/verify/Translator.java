package org.svabench.benchmarks.verify;

import java.util.Locale;

/**
 * Devices at work: looks addresses up in device TLBs and IOTLBs, walks page tables and caches what
 * it finds, and checks every translation it gets.
 */
final class Translator {
  private static final int TRANSLATIONS_PER_STEP = 48;
  private static final int EVICTIONS_ONE_IN = 48;

  private final Arena arena;
  private final OracleThread thread;

  Translator(Arena arena, OracleThread thread) {
    this.arena = arena;
    this.thread = thread;
  }

  /** Some translations of one device for one process. */
  void step() {
    final AddressSpace space = thread.anyLive();
    if (space != null) {
      use(space, thread.random.nextInt(arena.topology.deviceCount()));
    }
  }

  /** Some translations of a device, as long as it may translate for the process. */
  void use(AddressSpace space, int device) {
    final PasidEntry entry = space.entry(device);
    if (entry == null) {
      return;
    }
    final int group = entry.device.group().index();
    for (int i = 0; i < TRANSLATIONS_PER_STEP; i++) {
      if (!entry.usable() || !arena.transitionsCovered && !space.bonds.open(group)) {
        return;
      }
      if (arena.kernelFlushed && thread.random.nextInt(8) == 0) {
        check(entry, arena.kernel, Pages.USER + thread.random.nextInt(Pages.KERNEL), group);
      } else {
        check(entry, space, thread.random.nextInt(Pages.USER), group);
      }
    }
  }

  private void check(PasidEntry entry, AddressSpace owner, int page, int group) {
    final long floor = owner.floor(page);
    final long translation = translate(entry, owner, page);
    if (translation == Translation.NONE) {
      if (thread.random.nextInt(4) == 0) {
        owner.fault(page);
      }
      return;
    }
    thread.counts.translations++;
    if (Translation.space(translation) != owner.number) {
      if (entry.usable()) {
        fail("a device was given a translation of another process", entry, page);
      }
    } else if (Translation.version(translation) < floor
        && (arena.transitionsCovered || owner.isFloorFor(entry.space.bonds, group, page, floor))) {
      fail(
          String.format(
              Locale.ROOT,
              "a device used a stale translation (version %d, where %d or later was promised)",
              Translation.version(translation),
              floor),
          entry,
          page);
    }
    if (thread.random.nextInt(EVICTIONS_ONE_IN) == 0) {
      evict(entry, page);
    }
  }

  private void fail(String what, PasidEntry entry, int page) {
    arena.verdict.fail(
        Violation.of(
            String.format(
                Locale.ROOT,
                "%s: %s behind %s, PASID %d, page %#x",
                what,
                entry.device.name(),
                entry.device.iommu().name(),
                entry.pasid,
                Pages.address(page)),
            entry.space,
            page));
  }

  private long translate(PasidEntry entry, AddressSpace owner, int page) {
    if (entry.deviceTable == null) {
      return throughIotlb(entry, owner, page);
    }
    final long cached = entry.deviceTable.get(page);
    return cached != Translation.NONE ? cached : fillDeviceTlb(entry, owner, page);
  }

  private long fillDeviceTlb(PasidEntry entry, AddressSpace owner, int page) {
    entry.deviceTlb.lock();
    final long answer = throughIotlb(entry, owner, page);
    thread.pauses.maybe();
    if (answer != Translation.NONE && entry.usable()) {
      entry.deviceTable.put(page, answer);
    }
    entry.deviceTlb.unlock();
    if (answer != Translation.NONE) {
      remember(Event.DEVICE_TLB_FILLED, entry, page, answer);
    }
    return answer;
  }

  private long throughIotlb(PasidEntry entry, AddressSpace owner, int page) {
    final long cached = entry.iotlbTable.get(page);
    return cached != Translation.NONE ? cached : fillIotlb(entry, owner, page);
  }

  private long fillIotlb(PasidEntry entry, AddressSpace owner, int page) {
    entry.iotlb.lock();
    long answer = Translation.NONE;
    if (entry.usable()) {
      entry.cache();
      answer = owner.walk(page);
      thread.pauses.maybe();
      entry.iotlbTable.put(page, answer);
    }
    entry.iotlb.unlock();
    if (answer != Translation.NONE) {
      remember(Event.IOTLB_FILLED, entry, page, answer);
    }
    return answer;
  }

  private void remember(Event event, PasidEntry entry, int page, long answer) {
    thread.history.add(
        event, entry.space.number, entry.device.index(), page, Translation.version(answer), 0);
  }

  /** TLBs are small: entries go at any time. */
  private void evict(PasidEntry entry, int page) {
    if (entry.deviceTable != null) {
      entry.deviceTable.put(page, Translation.NONE);
    }
    if (thread.random.nextBoolean()) {
      entry.iotlbTable.put(page, Translation.NONE);
    }
  }
}
