package org.svabench.benchmarks.trace.format;

/** The bounds of numbers that a kernel prints. */
final class Range {
  /** Largest thread id, {@code PID_MAX_LIMIT} of include/linux/threads.h. */
  static final long LARGEST_TID = 1L << 22;

  /** Largest file descriptor that is tracked; {@code fs.nr_open} is 2^20 by default. */
  static final long LARGEST_FD = 1L << 30;

  private Range() {}

  static boolean isTid(long tid) {
    return tid >= 0 && tid <= LARGEST_TID;
  }

  /** Whether a range lies in the lower half of the address space, where user mappings are. */
  static boolean isUser(long address, long length) {
    return address >= 0 && length >= 0 && address + length >= 0 && length <= Long.MAX_VALUE - 4096;
  }
}
