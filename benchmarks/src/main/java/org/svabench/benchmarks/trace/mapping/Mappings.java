package org.svabench.benchmarks.trace.mapping;

/**
 * The mappings of one address space: sorted, disjoint ranges that are known to be mapped or known
 * to be free; between them nothing is known. Neighbours that the kernel would merge into one VMA
 * are one range here. Addresses are below 2^63 and multiples of the page size. Not thread-safe;
 * questions allocate nothing, changes only when room is needed for more ranges.
 */
public final class Mappings {
  /**
   * Most ranges that are tracked: twice the kernel's default limit of mappings ({@code
   * vm.max_map_count}), since free ranges count here. Beyond it everything is forgotten.
   */
  public static final int LIMIT = 2 * 65_530;

  private final Ranges ranges = new Ranges();
  private final Overlap overlap = new Overlap();
  private int forgotten;

  /**
   * Where a range meets mappings.
   *
   * @param from first byte
   * @param to one past the last
   * @return the part that is, or may be, mapped
   */
  public Overlap overlap(long from, long to) {
    overlap.clear();
    long at = from;
    boolean more = ranges.seek(from);
    while (more && ranges.start() < to) {
      long start = ranges.start();
      long end = ranges.end();
      if (start > at) {
        overlap.meetUnknown(at, start);
      }
      if ((ranges.state() & RangeState.FREE) == 0) {
        overlap.meetKnown(Math.max(from, start), Math.min(to, end), ranges.state());
      }
      at = end;
      more = ranges.next();
    }
    if (at < to) {
      overlap.meetUnknown(at, to);
    }
    return overlap;
  }

  /**
   * Where a change of rights takes some away.
   *
   * @param from first byte
   * @param to one past the last
   * @param rights the new rights
   * @return the part that loses rights, or may; its {@link Overlap#unknown} says that old rights
   *     are not known
   */
  public Overlap losing(long from, long to, int rights) {
    overlap.clear();
    long at = from;
    boolean more = ranges.seek(from);
    while (more && ranges.start() < to) {
      long start = ranges.start();
      int state = ranges.state();
      if (start > at) {
        overlap.meetUnknown(at, start);
      }
      long first = Math.max(from, start);
      long last = Math.min(to, ranges.end());
      if ((state & (RangeState.FREE | RangeState.RIGHTS_UNKNOWN)) != 0) {
        overlap.meetUnknown(first, last);
      } else if ((state & RangeState.RIGHTS & ~rights) != 0) {
        overlap.meetKnown(first, last, state);
      }
      at = ranges.end();
      more = ranges.next();
    }
    if (at < to) {
      overlap.meetUnknown(at, to);
    }
    return overlap;
  }

  /**
   * A range is now mapped.
   *
   * @param from first byte
   * @param to one past the last
   * @param rights read 1, write 2, execute 4
   * @param shared whether writes go to the file
   * @param huge whether it is mapped with huge pages
   * @param fileId the file, or 0
   * @param fileOffset offset of the first byte in the file, bytes
   */
  public void map(
      long from, long to, int rights, boolean shared, boolean huge, int fileId, long fileOffset) {
    int kind = rights;
    kind |= shared ? RangeState.SHARED : 0;
    kind |= huge ? RangeState.HUGE : 0;
    kind |= rights == 0 ? RangeState.NEVER_ACCESSIBLE : 0;
    replace(from, to, kind, fileId, fileId == 0 ? 0 : fileOffset);
  }

  /**
   * A range is now mapped, with rights that the trace does not show.
   *
   * @param from first byte
   * @param to one past the last
   */
  public void mapUnknown(long from, long to) {
    replace(from, to, RangeState.RIGHTS_UNKNOWN, 0, 0);
  }

  /**
   * A range is now free.
   *
   * @param from first byte
   * @param to one past the last
   */
  public void unmap(long from, long to) {
    replace(from, to, RangeState.FREE, 0, 0);
  }

  /**
   * A range got other rights; what was not known to be mapped is mapped now.
   *
   * @param from first byte
   * @param to one past the last
   * @param rights read 1, write 2, execute 4
   */
  public void protect(long from, long to, int rights) {
    long at = from;
    while (at < to) {
      if (!ranges.seek(at) || ranges.start() >= to) {
        replace(at, to, rights, 0, 0);
        return;
      }
      if (ranges.start() > at) {
        long gap = ranges.start();
        replace(at, gap, rights, 0, 0);
        at = gap;
        continue;
      }
      long next = Math.min(to, ranges.end());
      int state = ranges.state();
      boolean free = (state & RangeState.FREE) != 0;
      int given = RangeState.RIGHTS | RangeState.FREE | RangeState.RIGHTS_UNKNOWN;
      int kind = state & ~given | rights;
      if (rights != 0) {
        kind &= ~RangeState.NEVER_ACCESSIBLE;
      }
      replace(at, next, kind, free ? 0 : ranges.file(), free ? 0 : ranges.offsetAt(at));
      at = next;
    }
  }

  /**
   * Moves what is mapped at one address to another, stretched or cut.
   *
   * @param from old address
   * @param length old length, bytes
   * @param to new address
   * @param newLength new length, bytes
   * @param keep whether the old range stays mapped
   */
  public void move(long from, long length, long to, long newLength, boolean keep) {
    boolean known = mappedAt(from);
    int kind = known ? ranges.state() : RangeState.RIGHTS_UNKNOWN;
    int fileId = known ? ranges.file() : 0;
    long fileOffset = known ? ranges.offsetAt(from) : 0;
    if (!keep) {
      unmap(from, from + length);
    }
    replace(to, to + newLength, kind, fileId, fileOffset);
  }

  private boolean mappedAt(long address) {
    return ranges.seek(address)
        && ranges.start() <= address
        && (ranges.state() & RangeState.FREE) == 0;
  }

  /** What a punched hole does to the mappings. */
  @FunctionalInterface
  public interface View {
    /**
     * A shared view of the punched part of the file.
     *
     * @param from first byte
     * @param to one past the last
     */
    void punched(long from, long to);
  }

  /**
   * Finds the shared views of part of a file.
   *
   * @param fileId the file, not 0
   * @param fileStart first byte of the part
   * @param fileEnd one past its last byte
   * @param view told of each view
   */
  public void views(int fileId, long fileStart, long fileEnd, View view) {
    for (boolean more = ranges.first(); more; more = ranges.next()) {
      if (ranges.file() == fileId && (ranges.state() & RangeState.SHARED) != 0) {
        long start = ranges.start();
        long offset = ranges.offset();
        long first = Math.max(fileStart, offset);
        long last = Math.min(fileEnd, offset + (ranges.end() - start));
        if (first < last) {
          view.punched(start + (first - offset), start + (last - offset));
        }
      }
    }
  }

  /**
   * The file shared at an address.
   *
   * @param address the address
   * @return the file's id, or 0
   */
  public int sharedFileAt(long address) {
    return mappedAt(address) && (ranges.state() & RangeState.SHARED) != 0 ? ranges.file() : 0;
  }

  /**
   * Offset in the file mapped at an address.
   *
   * @param address an address for which {@link #sharedFileAt} is not 0
   * @return the offset, bytes
   */
  public long offsetOf(long address) {
    ranges.seek(address);
    return ranges.offsetAt(address);
  }

  /**
   * Becomes a copy, as in a forked child.
   *
   * @param other the mappings of the parent
   */
  public void copy(Mappings other) {
    ranges.copy(other.ranges);
  }

  /**
   * Number of ranges held.
   *
   * @return at most {@link #LIMIT}
   */
  public int size() {
    return ranges.size();
  }

  /**
   * How often everything had to be forgotten.
   *
   * @return the count since creation
   */
  public int forgotten() {
    return forgotten;
  }

  private void replace(long from, long to, int kind, int fileId, long fileOffset) {
    ranges.replace(from, to, kind, fileId, fileOffset);
    if (ranges.size() > LIMIT) {
      ranges.clear();
      forgotten++;
    }
  }
}
