package org.svabench.model.mm;

import java.lang.invoke.VarHandle;

/**
 * The grace periods of one mm: tells when an object that was unlinked from its lists may be reused.
 * The asynchronous counterpart of {@link ReadSections#synchronize}, in the manner of call_srcu.
 *
 * <p>A retired object is stamped with {@link #stamp}; it may be reused once {@link #passed} says
 * so. A grace period takes one look at every CPU: where none reads the mm it is over at once; else
 * the sections found are remembered and it is over when each has ended. One is in progress at a
 * time; objects retired meanwhile wait for the next.
 *
 * <p>Legal callers: whoever holds the lock under which the mm's bonds change, outside of read
 * sections. Progress: wait-free (bounded by the number of CPUs) while fewer than {@value
 * #MOST_WAITING} objects wait for a grace period; then blocking on the sections that these wait
 * for, as {@link ReadSections#synchronize} is. Else a thread that is stopped inside a section would
 * make its mm's pools grow for as long as it is stopped. Allocates only when a CPU is found reading
 * for the first time since the number of CPUs grew, and keeps that space.
 */
public final class GracePeriods {
  /** Objects that may wait for grace periods before a taker waits with them. */
  static final int MOST_WAITING = 1024;

  private static final long[] NONE = {};
  private static final int NOT_IN_PROGRESS = -1;

  private final Mm mm;
  private final ReadSections sections;
  private long completed;

  /** Objects that the grace period in progress will make free. */
  private int watching = NOT_IN_PROGRESS;

  /** Objects that only the next one will. */
  private int waiting;

  private Cpu[] watched = {};
  private long[] found = NONE;

  /**
   * Creates the grace periods of an mm.
   *
   * @param mm the mm
   * @param sections the CPUs of its machine
   */
  public GracePeriods(Mm mm, ReadSections sections) {
    this.mm = mm;
    this.sections = sections;
  }

  /**
   * The grace period after which an object unlinked just now may be reused; once an object.
   *
   * @return a number for {@link #passed}
   */
  public long stamp() {
    // One that is in progress may have looked before the unlinking: only the next one counts.
    waiting++;
    return watching == NOT_IN_PROGRESS ? completed + 1 : completed + 2;
  }

  /**
   * Waits until every notification of the mm that has begun before this call has ended; see {@link
   * ReadSections#synchronize}.
   */
  public void awaitNotifications() {
    sections.synchronize(mm);
  }

  /**
   * Whether a grace period is over; moves grace periods on where needed.
   *
   * @param stamp what {@link #stamp} returned
   * @return true when the object may be reused
   */
  public boolean passed(long stamp) {
    moveOn(stamp);
    while (completed < stamp && watching + waiting >= MOST_WAITING) {
      awaitEnd();
      complete();
      moveOn(stamp);
    }
    return completed >= stamp;
  }

  /**
   * Begins and ends grace periods up to one, as far as that needs no wait.
   *
   * @param stamp what {@link #stamp} returned
   */
  void moveOn(long stamp) {
    while (completed < stamp) {
      if (watching == NOT_IN_PROGRESS) {
        begin();
      }
      if (!ended()) {
        return;
      }
      complete();
    }
  }

  private void complete() {
    watching = NOT_IN_PROGRESS;
    completed++;
  }

  private void begin() {
    // Pairs with the store-load fence of Cpu.enter: either the section is seen here, or it sees the
    // unlinking.
    VarHandle.fullFence();
    final Cpu[] cpus = sections.cpus();
    watched = cpus;
    watching = waiting;
    waiting = 0;
    for (int i = 0; i < cpus.length; i++) {
      final long section = cpus[i].observeSection();
      if (ReadSections.reads(section, mm)) {
        remember(i, section, cpus.length);
      } else if (i < found.length) {
        found[i] = 0;
      }
    }
  }

  private void remember(int cpu, long section, int count) {
    if (found.length < count) {
      found = java.util.Arrays.copyOf(found, count);
    }
    found[cpu] = section;
  }

  private boolean ended() {
    final int count = Math.min(watched.length, found.length);
    for (int i = 0; i < count; i++) {
      if (found[i] != 0) {
        if (watched[i].observeSection() == found[i]) {
          return false;
        }
        found[i] = 0;
      }
    }
    return true;
  }

  private void awaitEnd() {
    final int count = Math.min(watched.length, found.length);
    for (int i = 0; i < count; i++) {
      if (found[i] != 0) {
        ReadSections.awaitEnd(watched[i], found[i]);
        found[i] = 0;
      }
    }
  }
}
