package org.svabench.benchmarks.verify;

import java.util.Locale;
import org.svabench.model.topology.Device;

/** Looks into every TLB after a call has returned, while other threads go on. */
final class CacheChecks {
  private final Arena arena;
  private final Counts counts;

  CacheChecks(Arena arena, Counts counts) {
    this.arena = arena;
    this.counts = counts;
  }

  /**
   * A notification of these pages has returned: nothing older than a version may be cached.
   *
   * @param began when it began
   */
  void afterNotification(AddressSpace space, int from, int to, long version, long began) {
    for (int device = 0; device < arena.topology.deviceCount(); device++) {
      final PasidEntry entry = space.entry(device);
      if (entry != null) {
        checkPages(entry, space, from, to, version, began);
      }
    }
  }

  /** A notification of kernel pages has returned; they are cached under every process. */
  void afterKernelNotification(int from, int to, long version, long began) {
    for (int slot = 0; slot < arena.live.length(); slot++) {
      final AddressSpace space = arena.live.get(slot);
      for (int device = 0; space != null && device < arena.topology.deviceCount(); device++) {
        final PasidEntry entry = space.entry(device);
        if (entry != null) {
          checkPages(entry, arena.kernel, from, to, version, began);
        }
      }
    }
  }

  private void checkPages(
      PasidEntry entry, AddressSpace owner, int from, int to, long version, long began) {
    for (int page = from; page < to; page++) {
      SimulatedTlb staleIn = null;
      if (isStale(entry.iotlbTable.get(page), owner, version)) {
        staleIn = entry.iotlb;
      } else if (entry.deviceTable != null
          && isStale(entry.deviceTable.get(page), owner, version)) {
        staleIn = entry.deviceTlb;
      }
      if (staleIn != null
          && (arena.transitionsCovered
              || entry.space.bonds.openSince(entry.device.group().index(), began))) {
        arena.verdict.fail(
            Violation.of(
                String.format(
                    Locale.ROOT,
                    "a notification of version %d has returned, but the TLB of %s still holds an"
                        + " older translation: PASID %d, page %#x",
                    version,
                    staleIn.name(),
                    entry.pasid,
                    Pages.address(page)),
                entry.space,
                page));
      }
    }
    counts.entriesChecked += entry.deviceTable == null ? to - from : 2L * (to - from);
  }

  private static boolean isStale(long cached, AddressSpace owner, long version) {
    return Translation.space(cached) == owner.number && Translation.version(cached) < version;
  }

  /** An unbind has returned: what no bond needs any more must be gone. */
  void afterUnbind(AddressSpace space) {
    final int calm = space.bonds.calm();
    if (calm < 0) {
      return;
    }
    Violation found = null;
    for (Device device : arena.topology.devices()) {
      if (!space.bonds.open(device.group().index())) {
        found = found == null ? leftOver(space, device, isIommuUnused(space, device)) : found;
      }
    }
    if (found != null && space.bonds.isCalmSince(calm)) {
      arena.verdict.fail(found);
    }
  }

  /** The exit of an mm has returned: nothing of it may be left anywhere. */
  void afterExit(AddressSpace space) {
    for (Device device : arena.topology.devices()) {
      final Violation found = leftOver(space, device, true);
      if (found != null) {
        arena.verdict.fail(found);
      }
    }
  }

  private boolean isIommuUnused(AddressSpace space, Device device) {
    for (Device other : arena.topology.devices()) {
      if (other.iommu() == device.iommu() && space.bonds.open(other.group().index())) {
        return false;
      }
    }
    return true;
  }

  private Violation leftOver(AddressSpace space, Device device, boolean inIotlbToo) {
    final PasidEntry entry = space.entry(device.index());
    if (entry == null) {
      return null;
    }
    if (entry.usable()) {
      return Violation.of(
          "the PASID entry of " + device.name() + " is still in use after its last unbind or exit",
          space,
          -1);
    }
    final int page = entry.deviceTable == null ? -1 : heldOf(entry.deviceTable, space);
    if (page >= 0) {
      return leftIn(entry.deviceTlb, space, page);
    }
    final int iotlbPage = inIotlbToo ? heldOf(entry.iotlbTable, space) : -1;
    return iotlbPage < 0 ? null : leftIn(entry.iotlb, space, iotlbPage);
  }

  private static Violation leftIn(SimulatedTlb tlb, AddressSpace space, int page) {
    return Violation.of(
        String.format(
            Locale.ROOT,
            "the TLB of %s still holds page %#x of PASID %d after the last unbind or the exit",
            tlb.name(),
            Pages.address(page),
            space.pasid()),
        space,
        page);
  }

  private static int heldOf(TranslationTable table, AddressSpace space) {
    for (int page = 0; page < Pages.USER; page++) {
      if (Translation.space(table.get(page)) == space.number) {
        return page;
      }
    }
    return -1;
  }
}
