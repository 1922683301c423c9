package org.svabench.benchmarks.trace.mapping;

import java.util.Arrays;

/**
 * The mappings of one address space: sorted, disjoint ranges that are known to be mapped or known
 * to be free; between them nothing is known. Neighbours that the kernel would merge into one VMA
 * are one range here. Addresses are below 2^63 and multiples of the page size. Not thread-safe;
 * changes allocate only when the arrays grow.
 */
public final class Mappings {
  /**
   * Most ranges that are tracked: twice the kernel's default limit of mappings ({@code
   * vm.max_map_count}), since free ranges count here. Beyond it everything is forgotten.
   */
  public static final int LIMIT = 2 * 65_530;

  private static final int RIGHTS = 7;
  private static final int FREE = 8;
  private static final int RIGHTS_UNKNOWN = 16;
  private static final int SHARED = 32;
  private static final int NEVER_ACCESSIBLE = 64;
  private static final int HUGE = 128;

  private long[] start = new long[32];
  private long[] end = new long[32];
  private long[] offset = new long[32];
  private int[] file = new int[32];
  private int[] state = new int[32];
  private int size;

  /** Where the last search ended; the next one often ends there too. */
  private int last;

  private int forgotten;
  private final Overlap overlap = new Overlap();

  /** Where a range meets mappings. Filled by {@link #overlap}, valid until the next one. */
  public static final class Overlap {
    private long start;
    private long end;
    private boolean known;
    private boolean unknown;
    private boolean accessible;
    private boolean small;

    /**
     * Whether the range meets a mapping, or may.
     *
     * @return false when all of it is known to be free
     */
    public boolean any() {
      return known || unknown;
    }

    /**
     * Start of the first mapped or possibly mapped part.
     *
     * @return address
     */
    public long start() {
      return start;
    }

    /**
     * End of the last mapped or possibly mapped part.
     *
     * @return address, exclusive
     */
    public long end() {
      return end;
    }

    /**
     * Whether part of it was never seen mapped or freed.
     *
     * @return true when only a possible mapping is met somewhere
     */
    public boolean unknown() {
      return unknown;
    }

    /**
     * Whether some part may ever have been accessible.
     *
     * @return false when all that is met was mapped without rights and never got any
     */
    public boolean accessible() {
      return accessible || unknown;
    }

    /**
     * Whether all that is met is mapped with huge pages.
     *
     * @return false where small pages are, or may be
     */
    public boolean huge() {
      return known && !unknown && !small;
    }

    private void clear() {
      small = false;
      known = false;
      unknown = false;
      accessible = false;
    }

    private void meet(long from, long to) {
      if (!any()) {
        start = from;
      }
      end = to;
    }

    private void meetUnknown(long from, long to) {
      meet(from, to);
      unknown = true;
    }

    private void meetKnown(long from, long to, int state) {
      meet(from, to);
      known = true;
      accessible |= (state & NEVER_ACCESSIBLE) == 0;
      small |= (state & HUGE) == 0;
    }
  }

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
    for (int i = firstEndingAfter(from); i < size && start[i] < to; i++) {
      if (start[i] > at) {
        overlap.meetUnknown(at, start[i]);
      }
      if ((state[i] & FREE) == 0) {
        overlap.meetKnown(Math.max(from, start[i]), Math.min(to, end[i]), state[i]);
      }
      at = end[i];
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
    for (int i = firstEndingAfter(from); i < size && start[i] < to; i++) {
      if (start[i] > at) {
        overlap.meetUnknown(at, start[i]);
      }
      long first = Math.max(from, start[i]);
      long last = Math.min(to, end[i]);
      if ((state[i] & (FREE | RIGHTS_UNKNOWN)) != 0) {
        overlap.meetUnknown(first, last);
      } else if ((state[i] & RIGHTS & ~rights) != 0) {
        overlap.meetKnown(first, last, state[i]);
      }
      at = end[i];
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
    int kind =
        rights | (shared ? SHARED : 0) | (huge ? HUGE : 0) | (rights == 0 ? NEVER_ACCESSIBLE : 0);
    replace(from, to, kind, fileId, fileId == 0 ? 0 : fileOffset);
  }

  /**
   * A range is now mapped, with rights that the trace does not show.
   *
   * @param from first byte
   * @param to one past the last
   */
  public void mapUnknown(long from, long to) {
    replace(from, to, RIGHTS_UNKNOWN, 0, 0);
  }

  /**
   * A range is now free.
   *
   * @param from first byte
   * @param to one past the last
   */
  public void unmap(long from, long to) {
    replace(from, to, FREE, 0, 0);
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
      int i = firstEndingAfter(at);
      if (i == size || start[i] >= to) {
        replace(at, to, rights, 0, 0);
        return;
      }
      if (start[i] > at) {
        long gap = start[i];
        replace(at, gap, rights, 0, 0);
        at = gap;
        continue;
      }
      long next = Math.min(to, end[i]);
      boolean free = (state[i] & FREE) != 0;
      int kind = state[i] & ~(RIGHTS | FREE | RIGHTS_UNKNOWN) | rights;
      if (rights != 0) {
        kind &= ~NEVER_ACCESSIBLE;
      }
      replace(at, next, kind, free ? 0 : file[i], free ? 0 : offsetAt(i, at));
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
    int i = firstEndingAfter(from);
    boolean known = i < size && start[i] <= from && (state[i] & FREE) == 0;
    int kind = known ? state[i] : RIGHTS_UNKNOWN;
    int fileId = known ? file[i] : 0;
    long fileOffset = known ? offsetAt(i, from) : 0;
    if (!keep) {
      unmap(from, from + length);
    }
    replace(to, to + newLength, kind, fileId, fileOffset);
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
    for (int i = 0; i < size; i++) {
      if (file[i] == fileId && (state[i] & SHARED) != 0) {
        long first = Math.max(fileStart, offset[i]);
        long last = Math.min(fileEnd, offset[i] + (end[i] - start[i]));
        if (first < last) {
          view.punched(start[i] + (first - offset[i]), start[i] + (last - offset[i]));
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
    int i = firstEndingAfter(address);
    boolean there = i < size && start[i] <= address && (state[i] & SHARED) != 0;
    return there ? file[i] : 0;
  }

  /**
   * Offset in the file mapped at an address.
   *
   * @param address an address for which {@link #sharedFileAt} is not 0
   * @return the offset, bytes
   */
  public long offsetOf(long address) {
    return offsetAt(firstEndingAfter(address), address);
  }

  /**
   * Becomes a copy, as in a forked child.
   *
   * @param other the mappings of the parent
   */
  public void copy(Mappings other) {
    size = other.size;
    int capacity = Math.max(32, Integer.highestOneBit(Math.max(1, size)) << 1);
    start = Arrays.copyOf(other.start, capacity);
    end = Arrays.copyOf(other.end, capacity);
    offset = Arrays.copyOf(other.offset, capacity);
    file = Arrays.copyOf(other.file, capacity);
    state = Arrays.copyOf(other.state, capacity);
  }

  /**
   * Number of ranges held.
   *
   * @return at most {@link #LIMIT}
   */
  public int size() {
    return size;
  }

  /**
   * How often everything had to be forgotten.
   *
   * @return the count since creation
   */
  public int forgotten() {
    return forgotten;
  }

  private long offsetAt(int i, long address) {
    return file[i] == 0 ? 0 : offset[i] + (address - start[i]);
  }

  private int firstEndingAfter(long address) {
    int hint = last;
    if (hint < size && end[hint] > address && (hint == 0 || end[hint - 1] <= address)) {
      return hint;
    }
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end[middle] > address) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    last = low;
    return low;
  }

  private void replace(long from, long to, int kind, int fileId, long fileOffset) {
    if (from >= to) {
      return;
    }
    int first = firstEndingAfter(from);
    if (first < size && start[first] <= from && end[first] >= to) {
      if (continues(first, from, kind, fileId, fileOffset)) {
        return;
      }
      if (start[first] == from && end[first] == to && !joins(first, kind, fileId, fileOffset)) {
        put(first, from, to, kind, fileId, fileOffset);
        return;
      }
    }
    int last = first;
    while (last < size && start[last] < to) {
      last++;
    }
    long newStart = from;
    long newOffset = fileOffset;
    boolean left = first < size && start[first] < from;
    boolean right = last > first && end[last - 1] > to;
    if (left && continues(first, from, kind, fileId, fileOffset)) {
      newStart = start[first];
      newOffset = offset[first];
      left = false;
    } else if (!left
        && first > 0
        && end[first - 1] == from
        && continues(first - 1, from, kind, fileId, fileOffset)) {
      first--;
      newStart = start[first];
      newOffset = offset[first];
    }
    long newEnd = to;
    long after = fileId == 0 ? 0 : fileOffset + (to - from);
    if (right && continues(last - 1, to, kind, fileId, after)) {
      newEnd = end[last - 1];
      right = false;
    } else if (!right
        && last < size
        && start[last] == to
        && continues(last, to, kind, fileId, after)) {
      newEnd = end[last];
      last++;
    }
    splice(first, last, left, right, from, to);
    put(left ? first + 1 : first, newStart, newEnd, kind, fileId, newOffset);
    if (size > LIMIT) {
      size = 0;
      forgotten++;
    }
  }

  /** Whether a range of this kind at {@code address} merges with range {@code i} in the kernel. */
  private boolean continues(int i, long address, int kind, int fileId, long fileOffset) {
    return state[i] == kind && file[i] == fileId && offsetAt(i, address) == fileOffset;
  }

  private boolean joins(int i, int kind, int fileId, long fileOffset) {
    boolean before =
        i > 0 && end[i - 1] == start[i] && continues(i - 1, start[i], kind, fileId, fileOffset);
    long after = fileId == 0 ? 0 : fileOffset + (end[i] - start[i]);
    return before
        || i + 1 < size && start[i + 1] == end[i] && continues(i + 1, end[i], kind, fileId, after);
  }

  /** Replaces ranges first..last-1 by an empty slot, what sticks out on the sides being kept. */
  private void splice(int first, int last, boolean left, boolean right, long from, long to) {
    int leftState = left ? state[first] : 0;
    long leftStart = left ? start[first] : 0;
    long leftOffset = left ? offset[first] : 0;
    int leftFile = left ? file[first] : 0;
    long rightEnd = right ? end[last - 1] : 0;
    int rightState = right ? state[last - 1] : 0;
    int rightFile = right ? file[last - 1] : 0;
    long rightOffset = right ? offsetAt(last - 1, to) : 0;
    int slots = 1 + (left ? 1 : 0) + (right ? 1 : 0);
    shift(last, first + slots);
    int at = first;
    if (left) {
      put(at++, leftStart, from, leftState, leftFile, leftOffset);
    }
    if (right) {
      put(at + 1, to, rightEnd, rightState, rightFile, rightOffset);
    }
  }

  private void shift(int position, int target) {
    int tail = size - position;
    int newSize = target + tail;
    if (newSize > start.length) {
      int capacity = newSize * 2;
      start = Arrays.copyOf(start, capacity);
      end = Arrays.copyOf(end, capacity);
      offset = Arrays.copyOf(offset, capacity);
      file = Arrays.copyOf(file, capacity);
      state = Arrays.copyOf(state, capacity);
    }
    if (position != target) {
      System.arraycopy(start, position, start, target, tail);
      System.arraycopy(end, position, end, target, tail);
      System.arraycopy(offset, position, offset, target, tail);
      System.arraycopy(file, position, file, target, tail);
      System.arraycopy(state, position, state, target, tail);
    }
    size = newSize;
  }

  private void put(int i, long from, long to, int kind, int fileId, long fileOffset) {
    start[i] = from;
    end[i] = to;
    state[i] = kind;
    file[i] = fileId;
    offset[i] = fileOffset;
  }
}
