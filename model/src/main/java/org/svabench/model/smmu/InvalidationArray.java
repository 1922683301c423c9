package org.svabench.model.smmu;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.svabench.model.lock.ReadWriteSpinLock;
import org.svabench.model.mm.Pooled;

/**
 * Everything that a notification must tell, sorted by unit, kind, id and PASID ({@code struct
 * arm_smmu_invs}, series of March 2026). The entries are fixed once the array is published;
 * attaching builds another one. Detaching counts users down in place, so it cannot run out of
 * memory: an entry without users is a hole that walks skip, and holes at the end are cut off.
 *
 * <p>One writer at a time, under the lock of the bonds; walks are any threads inside read sections.
 * Progress of a walk: wait-free in the number of entries, except that with ATS entries it takes a
 * shared lock, which a detach takes alone. Linearization points: an entry's user count, the size.
 */
final class InvalidationArray extends Pooled {
  private static final int IOMMU_SHIFT = 52;
  private static final int KIND_SHIFT = 50;
  private static final int ID_SHIFT = 20;
  private static final int ID_MASK = (1 << KIND_SHIFT - ID_SHIFT) - 1;
  private static final int PASID_MASK = (1 << ID_SHIFT) - 1;
  private static final long ASID = 0;
  private static final long ATS = 3;
  private static final int INITIAL_CAPACITY = 8;

  private static final VarHandle SIZE;
  private static final VarHandle USERS = MethodHandles.arrayElementVarHandle(int[].class);

  static {
    try {
      SIZE = MethodHandles.lookup().findVarHandle(InvalidationArray.class, "size", int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private final ReadWriteSpinLock lock = new ReadWriteSpinLock();
  private long[] keys = new long[INITIAL_CAPACITY];
  private int[] users = new int[INITIAL_CAPACITY];
  private int size;
  private boolean hasAts;

  /** Creates an empty array. */
  InvalidationArray() {}

  /** The entry of a TLB's ASID. */
  static long asidEntry(int iommu, int asid) {
    return (long) iommu << IOMMU_SHIFT | ASID << KIND_SHIFT | (long) asid << ID_SHIFT;
  }

  /** The entry of a device's translation cache. */
  static long atsEntry(int iommu, int streamId, int pasid) {
    return (long) iommu << IOMMU_SHIFT | ATS << KIND_SHIFT | (long) streamId << ID_SHIFT | pasid;
  }

  /**
   * Becomes a copy of another array without its holes. Before this array is published.
   *
   * @param before the array to copy
   */
  void copy(InvalidationArray before) {
    ensureCapacity(before.size);
    size = 0;
    hasAts = false;
    for (int from = 0; from < before.size; from++) {
      if (before.users[from] != 0) {
        put(size++, before.keys[from], before.users[from]);
        hasAts |= kind(before.keys[from]) == ATS;
      }
    }
  }

  /**
   * Adds one more user of an entry. Before this array is published.
   *
   * @param entry the entry
   */
  void insert(long entry) {
    final int found = Arrays.binarySearch(keys, 0, size, entry);
    if (found >= 0) {
      users[found]++;
      return;
    }
    ensureCapacity(size + 1);
    final int at = -found - 1;
    System.arraycopy(keys, at, keys, at + 1, size - at);
    System.arraycopy(users, at, users, at + 1, size - at);
    put(at, entry, 1);
    size++;
    hasAts |= kind(entry) == ATS;
  }

  private void put(int at, long entry, int count) {
    keys[at] = entry;
    users[at] = count;
  }

  private void ensureCapacity(int needed) {
    if (needed > keys.length) {
      final int capacity = Integer.highestOneBit(needed - 1) << 1;
      keys = Arrays.copyOf(keys, capacity);
      users = Arrays.copyOf(users, capacity);
    }
  }

  /**
   * Takes a user off an entry; without users it is a hole.
   *
   * @param entry an entry with users
   */
  void drop(long entry) {
    final int at = Arrays.binarySearch(keys, 0, size, entry);
    USERS.setRelease(users, at, users[at] - 1);
  }

  /**
   * Users of an entry.
   *
   * @param entry an entry of this array
   * @return 0 or above
   */
  int users(long entry) {
    return users[Arrays.binarySearch(keys, 0, size, entry)];
  }

  /** Cuts off the holes at the end; with ATS entries, no walk that saw them runs afterwards. */
  void trim() {
    int end = size;
    while (end > 0 && users[end - 1] == 0) {
      end--;
    }
    lock.writeLock();
    SIZE.setRelease(this, end);
    lock.writeUnlock();
  }

  /**
   * Tells everything that has users: one batch for each run of entries of one unit that are all
   * TLBs or all translation caches, so that the TLBs are done before any cache is told.
   *
   * @param commands the calling thread's batch
   * @param start first byte
   * @param end exclusive
   */
  void tell(SmmuCommands commands, long start, long end) {
    if (!hasAts) {
      walk(commands, start, end);
      return;
    }
    lock.readLock();
    walk(commands, start, end);
    lock.readUnlock();
  }

  private void walk(SmmuCommands commands, long start, long end) {
    final long address = SmmuRange.atcAddress(start, end);
    final int count = (int) SIZE.getAcquire(this);
    int at = 0;
    while (at < count) {
      final long run = keys[at] >>> KIND_SHIFT;
      int next = addRun(commands, at, count, run, start, end, address);
      commands.finish();
      if ((run & 3) != ATS) {
        for (int round = 1; round < commands.tlbiRounds(); round++) {
          addRun(commands, at, count, run, start, end, address);
          commands.finish();
        }
      }
      at = next;
    }
  }

  private int addRun(
      SmmuCommands commands, int from, int count, long run, long start, long end, long address) {
    commands.begin((int) (run >>> IOMMU_SHIFT - KIND_SHIFT));
    int at = from;
    for (; at < count && keys[at] >>> KIND_SHIFT == run; at++) {
      if ((int) USERS.getAcquire(users, at) == 0) {
        continue;
      }
      final int id = (int) (keys[at] >>> ID_SHIFT) & ID_MASK;
      if ((run & 3) == ATS) {
        final int pasid = (int) keys[at] & PASID_MASK;
        commands.addAtc(id, SmmuCommand.substream(pasid), address);
      } else {
        commands.addTlbi(id, start, end);
      }
    }
    return at;
  }

  private static long kind(long entry) {
    return entry >>> KIND_SHIFT & 3;
  }

  /** Entries, holes that are not at the end included. */
  int size() {
    return size;
  }
}
