package org.svabench.benchmarks.verify;

/**
 * The pages that simulated page tables and TLBs know, by index: a window of user pages, then a
 * window of kernel pages.
 *
 * <p>The user window lies across a border between blocks of 2^26 pages, so that ranges inside it
 * need covering blocks of every order up to 27.
 */
final class Pages {
  /** User pages: indices 0 .. USER-1. */
  static final int USER = 64;

  /** Kernel pages: indices USER .. ALL-1. */
  static final int KERNEL = 16;

  /** All pages. */
  static final int ALL = USER + KERNEL;

  /** log2 of the bytes of a page. */
  static final int SHIFT = 12;

  private static final long USER_FIRST = 0x7_f400_0000L - USER / 2;
  private static final long KERNEL_FIRST = 0xf_ffff_8881_2345L;

  private Pages() {}

  /** First byte of a page; of the page behind the window too. */
  static long address(int index) {
    return (index <= USER ? USER_FIRST + index : KERNEL_FIRST + index - USER) << SHIFT;
  }

  /** Index of the user page with this number, or of the end of the window it lies beyond. */
  static int userIndex(long pageNumber) {
    return (int) Math.max(0, Math.min(USER, pageNumber - USER_FIRST));
  }

  /** Index of the kernel page with this number, or of the end of the window it lies beyond. */
  static int kernelIndex(long pageNumber) {
    return USER + (int) Math.max(0, Math.min(KERNEL, pageNumber - KERNEL_FIRST));
  }
}
