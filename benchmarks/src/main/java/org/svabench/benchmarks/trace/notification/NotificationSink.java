package org.svabench.benchmarks.trace.notification;

import org.svabench.benchmarks.trace.count.Cause;

/**
 * Who is notified. Address spaces are numbered from 0 in the order in which the trace shows them; a
 * number is never used again. Times never decrease.
 */
public interface NotificationSink {
  /** Listens to nothing. */
  NotificationSink NOBODY = new Nobody();

  /** End of the range that means everything. */
  long EVERYTHING = -1L;

  /**
   * The trace begins.
   *
   * @param nanos time of its first line
   */
  default void start(long nanos) {}

  /**
   * An address space was first seen, or came into being.
   *
   * @param nanos time
   * @param mm its number
   * @param parent the mm it was copied from, or -1
   * @param pid the process, 0 where the trace does not say
   * @param name the process's name, empty where the trace does not say
   */
  default void mm(long nanos, int mm, int parent, int pid, String name) {}

  /**
   * A thread was first seen in an address space.
   *
   * @param nanos time
   * @param mm the address space
   * @param tid the thread
   */
  default void thread(long nanos, int mm, int tid) {}

  /**
   * Translations of a range are no longer valid. The range is exact: what a kernel generation makes
   * of large ranges is not applied.
   *
   * @param nanos time
   * @param mm the address space
   * @param start first byte
   * @param end one past the last byte; {@link #EVERYTHING} with start 0 for the whole mm
   * @param strideShift log2 of the bytes that one entry of the page table maps there, 12 or 21
   * @param cause what made the kernel notify
   */
  void invalidate(long nanos, int mm, long start, long end, int strideShift, Cause cause);

  /**
   * Translations of so many pages are no longer valid, at an unknown address.
   *
   * @param nanos time
   * @param mm the address space
   * @param pages pages of 4 KiB, at least 1
   */
  void invalidatePages(long nanos, int mm, long pages);

  /**
   * The last thread left the address space.
   *
   * @param nanos time
   * @param mm the address space
   */
  default void exit(long nanos, int mm) {}

  /**
   * Everything said by {@link #invalidate} so far is taken back: it came from system calls, and the
   * trace has turned out to hold the kernel's own flush events.
   *
   * @param nanos time
   */
  void takeBack(long nanos);
}
