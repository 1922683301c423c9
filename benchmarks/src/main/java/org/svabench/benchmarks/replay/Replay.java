package org.svabench.benchmarks.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svabench.benchmarks.trace.count.Cause;
import org.svabench.benchmarks.trace.notification.NotificationSink;

/**
 * Runs the notifications of a trace through several designs at once, with devices bound to the
 * selected address spaces. For one thread.
 */
public final class Replay implements NotificationSink {
  private static final long SECOND = 1_000_000_000L;
  private static final int UNBOUND = -1;
  private static final int PAGE_SHIFT = 12;
  private static final long PAGE = 1 << PAGE_SHIFT;
  private static final long MOST_PAGES = Long.MAX_VALUE / (2 * PAGE);
  private static final int NAMES_KEPT = 8;

  private final MmSelection selection;
  private final List<DesignReplay> designs;
  private final DistinctRanges ranges = new DistinctRanges();
  private final BitSet alike = new BitSet();
  private final Map<Integer, Integer> slots = new HashMap<>();
  private final Deque<Integer> freeSlots = new ArrayDeque<>();
  private final List<String> boundNames = new ArrayList<>();
  private final Set<Integer> boundPids = new HashSet<>();
  private final Set<String> executed = new LinkedHashSet<>();
  private final long[] causes = new long[Cause.values().length];
  private final Seconds seconds = new Seconds();
  private int usedSlots;
  private int lastMm = UNBOUND;
  private int lastSlot = UNBOUND;
  private long start;
  private long second;
  private long inSecond;
  private long peakNotifications;
  private long peakSecond;
  private long notifications;
  private long unknownAddresses;
  private long elsewhere;
  private long spaces;
  private long bound;
  private long exits;

  /**
   * Nothing has been notified.
   *
   * @param selection which address spaces the devices are bound to
   * @param designs what the notifications are run through
   */
  public Replay(MmSelection selection, List<DesignReplay> designs) {
    this.selection = selection;
    this.designs = List.copyOf(designs);
  }

  @Override
  public void start(long nanos) {
    start = nanos;
  }

  @Override
  public void mm(long nanos, int mm, int parent, int pid, String name) {
    spaces++;
    String shown = (name.isEmpty() ? "mm" : name) + (pid == 0 ? "" : " (" + pid + ")");
    if (selection.selects(mm, pid, name)) {
      bind(mm, shown);
      boundPids.add(pid);
    } else if (parent < 0 && pid != 0 && boundPids.contains(pid) && executed.size() < NAMES_KEPT) {
      executed.add(shown);
    }
  }

  @Override
  public void thread(long nanos, int mm, int tid) {
    if (selection.selectsThread(tid) && slot(mm) == UNBOUND) {
      bind(mm, "mm of thread " + tid);
    }
  }

  private void bind(int mm, String name) {
    int slot = freeSlots.isEmpty() ? usedSlots++ : freeSlots.pop();
    slots.put(mm, slot);
    lastMm = UNBOUND;
    bound++;
    if (boundNames.size() < NAMES_KEPT) {
      boundNames.add(name);
    }
    boolean same = true;
    for (DesignReplay design : designs) {
      same &= design.bind(slot);
    }
    alike.set(slot, same);
  }

  private int slot(int mm) {
    if (mm != lastMm) {
      lastMm = mm;
      lastSlot = slots.getOrDefault(mm, UNBOUND);
    }
    return lastSlot;
  }

  @Override
  public void invalidate(long nanos, int mm, long from, long to, int strideShift, Cause cause) {
    int slot = notified(nanos, mm, cause);
    if (slot != UNBOUND) {
      tell(slot, from, to, strideShift);
    }
  }

  /** Taken as if aligned, so that what is covered is the least possible. */
  @Override
  public void invalidatePages(long nanos, int mm, long pages) {
    int slot = notified(nanos, mm, Cause.FLUSH);
    if (slot != UNBOUND) {
      unknownAddresses++;
      tell(slot, 0, pages > MOST_PAGES ? Long.MAX_VALUE / 2 : pages * PAGE, PAGE_SHIFT);
    }
  }

  /** Only the first notification of a distinct range is sent, the others are counted. */
  private void tell(int slot, long from, long to, int strideShift) {
    if (!alike.get(slot)) {
      for (DesignReplay design : designs) {
        design.invalidate(slot, from, to, strideShift);
      }
      return;
    }
    if (ranges.isFull()) {
      settle();
      ranges.clear();
    }
    int known = ranges.size();
    int range = ranges.count(from, to, strideShift);
    if (range == known) {
      for (DesignReplay design : designs) {
        design.send(range, slot, from, to, strideShift);
      }
    }
  }

  private void settle() {
    ranges.settle(
        (range, times) -> {
          for (DesignReplay design : designs) {
            design.counted(range, times);
          }
        });
  }

  private int notified(long nanos, int mm, Cause cause) {
    int slot = slot(mm);
    if (slot == UNBOUND) {
      elsewhere++;
      return UNBOUND;
    }
    long now = (nanos - start) / SECOND;
    if (now != second) {
      endSecond();
      second = now;
    }
    notifications++;
    inSecond++;
    causes[cause.ordinal()]++;
    return slot;
  }

  private void endSecond() {
    if (inSecond == 0) {
      return;
    }
    settle();
    if (inSecond > peakNotifications) {
      peakNotifications = inSecond;
      peakSecond = second;
    }
    long[] added = new long[designs.size()];
    for (int i = 0; i < added.length; i++) {
      added[i] = designs.get(i).endSecond(second);
    }
    seconds.add(new Seconds.Second(second, inSecond, added));
    inSecond = 0;
  }

  @Override
  public void exit(long nanos, int mm) {
    Integer slot = slots.remove(mm);
    lastMm = UNBOUND;
    if (slot != null) {
      exits++;
      designs.forEach(design -> design.exit(slot));
      freeSlots.push(slot);
    }
  }

  @Override
  public void takeBack(long nanos) {
    notifications = 0;
    elsewhere = 0;
    inSecond = 0;
    peakNotifications = 0;
    Arrays.fill(causes, 0);
    seconds.clear();
    settle();
    designs.forEach(DesignReplay::clear);
  }

  /** The trace has ended. */
  public void finish() {
    endSecond();
  }

  /**
   * The designs, in the order given.
   *
   * @return what each one sent
   */
  public List<DesignReplay> designs() {
    return designs;
  }

  /**
   * Notifications of bound address spaces.
   *
   * @return the number
   */
  public long notifications() {
    return notifications;
  }

  /**
   * Of these, those of a cause.
   *
   * @param cause the cause
   * @return the number
   */
  public long notifications(Cause cause) {
    return causes[cause.ordinal()];
  }

  /**
   * Of these, those whose address the trace does not show.
   *
   * @return the number
   */
  public long unknownAddresses() {
    return unknownAddresses;
  }

  /**
   * Notifications of address spaces that are not bound, which cost nothing here.
   *
   * @return the number
   */
  public long elsewhere() {
    return elsewhere;
  }

  /**
   * Address spaces that the trace shows.
   *
   * @return the number
   */
  public long spaces() {
    return spaces;
  }

  /**
   * Of these, those that were bound.
   *
   * @return the number
   */
  public long bound() {
    return bound;
  }

  /**
   * Bound address spaces whose process ended.
   *
   * @return the number
   */
  public long exits() {
    return exits;
  }

  /**
   * The first bound address spaces by name.
   *
   * @return names with process ids
   */
  public List<String> boundNames() {
    return boundNames;
  }

  /**
   * What bound processes became when they executed another program, which nobody is bound to.
   *
   * @return the first names with process ids
   */
  public Set<String> executed() {
    return executed;
  }

  /**
   * Notifications of the busiest second.
   *
   * @return the number
   */
  public long peakNotifications() {
    return peakNotifications;
  }

  /**
   * The busiest second.
   *
   * @return from 0, from the start of the trace
   */
  public long peakSecond() {
    return peakSecond;
  }

  /**
   * Second by second.
   *
   * @return the seconds with notifications
   */
  public Seconds seconds() {
    return seconds;
  }
}
