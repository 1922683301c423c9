package org.svabench.benchmarks.trace.notification;

import java.util.Arrays;
import org.svabench.benchmarks.trace.call.Abi;
import org.svabench.benchmarks.trace.call.Call;
import org.svabench.benchmarks.trace.call.Syscall;
import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.Cause;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.mapping.AddressSpace;
import org.svabench.benchmarks.trace.mapping.AddressSpaces;
import org.svabench.benchmarks.trace.mapping.Overlap;

/**
 * Which call invalidates what. A call gives one notification, for the part of its range that is
 * mapped or may be; a failed call gives none. The kernel may split a long range where page tables
 * or mappings change, which no trace of calls shows.
 */
public final class Invalidations {
  private static final int SMALL = 12;
  private static final int HUGE = 21;

  private final AddressSpaces spaces;
  private final NotificationSink sink;
  private final TraceCounts counts;

  /**
   * By call. The compiler ends its inlining here, where several are called; else it would compile
   * all of them again for each of their callers' callers, on the core that reads the trace.
   */
  private final Effect[] effects = new Effect[Syscall.values().length];

  private long now;

  /** What a call does to the address space it acts on. */
  @FunctionalInterface
  private interface Effect {
    void of(Call call, AddressSpace space, int file);
  }

  /**
   * Sends what calls invalidate to a sink.
   *
   * @param spaces all live address spaces, for holes punched in files mapped by several
   * @param sink told of each notification
   * @param counts counts them, and what was assumed
   */
  public Invalidations(AddressSpaces spaces, NotificationSink sink, TraceCounts counts) {
    this.spaces = spaces;
    this.sink = sink;
    this.counts = counts;
    Effect unknown = (call, space, file) -> counts.assumed(Assumption.SEEN_BUT_UNKNOWN);
    Arrays.fill(effects, unknown);
    effects[Syscall.MUNMAP.ordinal()] = (call, space, file) -> unmap(call, space);
    effects[Syscall.MMAP.ordinal()] = this::map;
    effects[Syscall.MREMAP.ordinal()] = (call, space, file) -> remap(call, space);
    effects[Syscall.MPROTECT.ordinal()] = (call, space, file) -> protect(call, space);
    effects[Syscall.MADVISE.ordinal()] = (call, space, file) -> advise(call, space);
    effects[Syscall.BRK.ordinal()] = (call, space, file) -> moveBreak(call, space);
    effects[Syscall.FALLOCATE.ordinal()] = (call, space, file) -> allocate(call, file);
  }

  /**
   * A call of a thread of this address space.
   *
   * @param nanos time of the notifications
   * @param call the call, not failed
   * @param space where it acts
   * @param file id of the file behind its descriptor, 0 without one
   */
  public void call(long nanos, Call call, AddressSpace space, int file) {
    now = nanos;
    int forgotten = space.mappings().forgotten();
    effects[call.syscall.ordinal()].of(call, space, file);
    if (space.mappings().forgotten() != forgotten) {
      counts.assumed(Assumption.TOO_FRAGMENTED);
    }
  }

  private void unmap(Call call, AddressSpace space) {
    resultUnknown(call);
    free(space, call.address, end(call), Cause.MUNMAP);
  }

  /**
   * A fork of a process write-protects all of its address space.
   *
   * @param nanos time
   * @param parent the address space that was copied
   */
  public void fork(long nanos, AddressSpace parent) {
    counts.notified(Cause.FORK);
    sink.invalidate(nanos, parent.number(), 0, NotificationSink.EVERYTHING, SMALL, Cause.FORK);
  }

  private static long end(Call call) {
    return call.address + Abi.pages(call.length);
  }

  private void resultUnknown(Call call) {
    if (!call.succeeded()) {
      counts.assumed(Assumption.RESULT_UNKNOWN);
    }
  }

  private void free(AddressSpace space, long start, long end, Cause cause) {
    overlapped(space, start, end, cause);
    space.mappings().unmap(start, end);
  }

  private void overlapped(AddressSpace space, long start, long end, Cause cause) {
    if (start >= end) {
      return;
    }
    Overlap overlap = space.mappings().overlap(start, end);
    if (!overlap.any()) {
      return;
    }
    if (overlap.unknown()) {
      counts.assumed(Assumption.UNKNOWN_MAPPING);
    }
    if (!overlap.accessible()) {
      counts.assumed(Assumption.NEVER_ACCESSIBLE);
    }
    notify(space, overlap, cause);
  }

  private void notify(AddressSpace space, Overlap overlap, Cause cause) {
    counts.notified(cause);
    int stride = overlap.huge() ? HUGE : SMALL;
    sink.invalidate(now, space.number(), overlap.start(), overlap.end(), stride, cause);
  }

  private void map(Call call, AddressSpace space, int file) {
    boolean fixed = (call.more & Abi.MAP_FIXED) != 0;
    long at = call.address;
    if (call.succeeded()) {
      at = call.result;
    } else if (fixed || (call.more & Abi.MAP_FIXED_NOREPLACE) != 0) {
      counts.assumed(Assumption.RESULT_UNKNOWN);
    } else {
      counts.assumed(Assumption.EFFECT_UNKNOWN);
      return;
    }
    long length = Abi.pages(call.length);
    if (at < 0 || at + length < at) {
      return;
    }
    if (fixed) {
      overlapped(space, at, at + length, Cause.MMAP_FIXED);
    }
    boolean shared = (call.more & Abi.MAP_TYPE & Abi.MAP_SHARED) != 0;
    boolean huge = (call.more & Abi.MAP_HUGETLB) != 0;
    int rights = (int) (call.flags & Abi.PROT_RIGHTS);
    space.mappings().map(at, at + length, rights, shared, huge, file, call.offset);
  }

  private void remap(Call call, AddressSpace space) {
    long oldLength = Abi.pages(call.length);
    long newLength = Abi.pages(call.newLength);
    long from = call.address;
    if (call.succeeded()) {
      moved(call, space, oldLength, newLength);
    } else if (newLength < oldLength && (call.more & Abi.MREMAP_FIXED) == 0) {
      counts.assumed(Assumption.RESULT_UNKNOWN);
      free(space, from + newLength, from + oldLength, Cause.MREMAP);
    } else {
      counts.assumed(Assumption.EFFECT_UNKNOWN);
      space.mappings().mapUnknown(from, from + oldLength);
    }
  }

  private void moved(Call call, AddressSpace space, long oldLength, long newLength) {
    long from = call.address;
    long to = call.result;
    if (to < 0 || to + newLength < to) {
      return;
    }
    if (to == from) {
      if (newLength < oldLength) {
        free(space, from + newLength, from + oldLength, Cause.MREMAP);
      } else if (newLength > oldLength) {
        space.mappings().move(from, oldLength, from, newLength, false);
      }
      return;
    }
    if ((call.more & Abi.MREMAP_FIXED) != 0) {
      overlapped(space, to, to + newLength, Cause.MREMAP);
    }
    overlapped(space, from, from + oldLength, Cause.MREMAP);
    boolean keep = (call.more & Abi.MREMAP_DONTUNMAP) != 0 || oldLength == 0;
    space.mappings().move(from, oldLength, to, newLength, keep);
  }

  private void protect(Call call, AddressSpace space) {
    resultUnknown(call);
    long start = call.address;
    long end = end(call);
    int rights = (int) (call.flags & Abi.PROT_RIGHTS);
    if (start >= end) {
      return;
    }
    Overlap losing = space.mappings().losing(start, end, rights);
    if (losing.any()) {
      if (losing.unknown()) {
        counts.assumed(Assumption.UNKNOWN_RIGHTS);
      }
      notify(space, losing, Cause.MPROTECT);
    }
    space.mappings().protect(start, end, rights);
  }

  private void advise(Call call, AddressSpace space) {
    switch ((int) call.flags) {
      case Abi.MADV_DONTNEED:
      case Abi.MADV_DONTNEED_LOCKED:
      case Abi.MADV_FREE:
        resultUnknown(call);
        overlapped(space, call.address, end(call), Cause.MADVISE);
        break;
      case Abi.MADV_REMOVE:
        resultUnknown(call);
        remove(call, space);
        break;
      case Abi.MADV_COLD:
      case Abi.MADV_PAGEOUT:
      case Abi.MADV_COLLAPSE:
      case Abi.MADV_UNMERGEABLE:
      case Abi.MADV_GUARD_INSTALL:
        counts.assumed(Assumption.SEEN_BUT_UNKNOWN);
        break;
      default:
        break;
    }
  }

  /** {@code MADV_REMOVE} punches a hole in the file, which all views of it lose. */
  private void remove(Call call, AddressSpace space) {
    int file = space.mappings().sharedFileAt(call.address);
    if (file == 0) {
      overlapped(space, call.address, end(call), Cause.MADVISE);
    } else {
      long offset = space.mappings().offsetOf(call.address);
      punch(file, offset, offset + Abi.pages(call.length), Cause.MADVISE);
    }
  }

  private void moveBreak(Call call, AddressSpace space) {
    long wanted = call.address;
    long old = space.heapEnd();
    if (!call.succeeded()) {
      if (wanted == 0) {
        return;
      }
      counts.assumed(Assumption.RESULT_UNKNOWN);
    } else if (call.result != wanted) {
      space.heapEnd(call.result);
      if (wanted != 0) {
        counts.failed();
      }
      return;
    }
    if (wanted < 0 || wanted > Long.MAX_VALUE - Abi.PAGE) {
      return;
    }
    space.heapEnd(wanted);
    if (old == 0) {
      counts.assumed(Assumption.UNKNOWN_BREAK);
      return;
    }
    long oldEnd = Abi.pages(old);
    long newEnd = Abi.pages(wanted);
    if (newEnd < oldEnd) {
      free(space, newEnd, oldEnd, Cause.BRK);
    } else if (newEnd > oldEnd) {
      space.mappings().map(oldEnd, newEnd, 3, false, false, 0, 0);
    }
  }

  private void allocate(Call call, int file) {
    if ((call.flags & Abi.FALLOC_PUNCH_HOLE) != 0) {
      resultUnknown(call);
      if (call.offset >= 0 && call.length > 0 && call.offset + call.length > 0) {
        punch(file, call.offset, call.offset + call.length, Cause.PUNCH_HOLE);
      }
    } else if ((call.flags & ~1L) != 0) {
      counts.assumed(Assumption.SEEN_BUT_UNKNOWN);
    }
  }

  /** Whole pages of the hole are unmapped from every shared view (mm/shmem.c, mm/memory.c). */
  private void punch(int file, long start, long end, Cause cause) {
    if (file == 0) {
      return;
    }
    long first = Abi.pages(start);
    long last = end & -Abi.PAGE;
    spaces.each(
        space ->
            space
                .mappings()
                .views(
                    file,
                    first,
                    last,
                    (from, to) -> {
                      counts.notified(cause);
                      sink.invalidate(now, space.number(), from, to, SMALL, cause);
                    }));
  }
}
