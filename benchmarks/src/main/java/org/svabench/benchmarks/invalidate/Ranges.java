package org.svabench.benchmarks.invalidate;

/** Where the ranges of the benchmarks lie. */
public final class Ranges {
  /** 4 KiB. */
  public static final long PAGE = 4096;

  /** 2 MiB. */
  public static final long HUGE_PAGE = 512 * PAGE;

  /** Aligned to 4 MiB. */
  public static final long SOMEWHERE = 0x7f12_3440_0000L;

  /** Of 32 GiB, and of nothing larger. */
  public static final long BOUNDARY = 0x7f08_0000_0000L;

  private Ranges() {}
}
