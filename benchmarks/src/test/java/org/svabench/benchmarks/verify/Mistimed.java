package org.svabench.benchmarks.verify;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.fanout.BoundDevice;
import org.svabench.model.fanout.Invalidation;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.fanout.TagPool;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.IommuMm;

/**
 * Broken twins of the order in which a driver works, made from a right driver: what it asks of its
 * index is done when the PASID entry is written or cleared, which is too late or too early.
 */
final class Mistimed {
  private final boolean late;
  private final boolean early;

  /** Whose bonds the thread is changing. */
  private final ThreadLocal<TagPool> changing = new ThreadLocal<>();

  /** Devices that wait for their entry to be written. */
  private final ThreadLocal<Deque<Runnable>> waiting = ThreadLocal.withInitial(ArrayDeque::new);

  /** What takes a device out of an index, by whose it is and the device. */
  private final Map<TagPool, Map<Integer, Runnable>> removals = new ConcurrentHashMap<>();

  private Mistimed(boolean late, boolean early) {
    this.late = late;
    this.early = early;
  }

  /** Devices are indexed after their entry is live. */
  static Mistimed indexedLate() {
    return new Mistimed(true, false);
  }

  /** Devices leave the index before the flush of their tear-down. */
  static Mistimed unlinkedEarly() {
    return new Mistimed(false, true);
  }

  /** Nothing is out of order: the original under the same interposition. */
  static Mistimed not() {
    return new Mistimed(false, false);
  }

  Design over(Design design) {
    return new Design(
        design.name(),
        design.family(),
        design.core(),
        (topology, quirks, hardware, index) ->
            design.fanOut().driver(topology, quirks, new Entries(hardware), around(index)),
        design.decoder(),
        design.eraQuirks(),
        design.summary(),
        design.source());
  }

  SvaCalls calls(Machine machine) {
    return new SvaCalls(machine) {
      @Override
      void unbind(Cpu cpu, Bond bond) {
        changing.set(IommuMm.of(bond.mm()).tags());
        super.unbind(cpu, bond);
      }

      @Override
      void exit(Cpu cpu, Mm mm) {
        changing.set(IommuMm.of(mm).tags());
        super.exit(cpu, mm);
      }
    };
  }

  private Supplier<InvalidationIndex> around(Supplier<InvalidationIndex> index) {
    return () -> new Index(index.get());
  }

  /** Acts when an entry changes, under the lock of the bonds. */
  private final class Entries extends Hardware {
    private final Hardware hardware;

    Entries(Hardware hardware) {
      this.hardware = hardware;
    }

    @Override
    public long execute(int iommu, long[] words, int count, boolean waits) {
      return hardware.execute(iommu, words, count, waits);
    }

    @Override
    public void entryWritten(int device, int pasid, int domainId, int tag) {
      hardware.entryWritten(device, pasid, domainId, tag);
      final Deque<Runnable> mine = waiting.get();
      while (!mine.isEmpty()) {
        Thread.yield(); // two cores must stand for many: the binder is held up where it hurts
        mine.poll().run();
      }
    }

    @Override
    public void entryCleared(int device, int pasid) {
      if (early) {
        final Map<Integer, Runnable> own = removals.get(changing.get());
        final Runnable removal = own == null ? null : own.remove(device);
        if (removal != null) {
          removal.run();
        }
      }
      hardware.entryCleared(device, pasid);
    }
  }

  private final class Index extends InvalidationIndex {
    private final InvalidationIndex index;

    Index(InvalidationIndex index) {
      this.index = index;
    }

    @Override
    public boolean assign(Cpu cpu, BoundDevice bound, TagPool pools) {
      removals
          .computeIfAbsent(pools, unused -> new ConcurrentHashMap<>())
          .put(bound.device().index(), () -> index.unassign(bound, pools));
      if (late) {
        waiting.get().add(() -> index.assign(cpu, bound, pools));
        return true;
      }
      return index.assign(cpu, bound, pools);
    }

    @Override
    public void unassign(BoundDevice bound, TagPool pools) {
      final Runnable removal = removals.get(pools).remove(bound.device().index());
      if (removal != null) {
        removal.run();
      }
    }

    @Override
    public boolean tellsOutlastAssign() {
      return index.tellsOutlastAssign();
    }

    @Override
    public void tell(Invalidation invalidation) {
      index.tell(invalidation);
    }
  }
}
