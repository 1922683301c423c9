package org.svabench.benchmarks.verify;

/**
 * A cached translation as one word: the address space it was read from, and the version of the page
 * table entry. Space numbers are never reused, so a translation that outlives its process is known
 * for what it is. 0 is no translation.
 */
final class Translation {
  /** Nothing cached, or the page is not mapped. */
  static final long NONE = 0;

  private static final int VERSION_BITS = 40;

  private Translation() {}

  static long of(int space, long version) {
    return (long) space << VERSION_BITS | version;
  }

  static int space(long translation) {
    return (int) (translation >>> VERSION_BITS);
  }

  static long version(long translation) {
    return translation & (1L << VERSION_BITS) - 1;
  }
}
