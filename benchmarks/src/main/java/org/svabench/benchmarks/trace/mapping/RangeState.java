package org.svabench.benchmarks.trace.mapping;

/** Bits of what is known of a range. */
final class RangeState {
  /** Read 1, write 2, execute 4. */
  static final int RIGHTS = 7;

  /** Nothing is mapped there. */
  static final int FREE = 8;

  /** Mapped, with rights that the trace does not show. */
  static final int RIGHTS_UNKNOWN = 16;

  /** Writes go to the file. */
  static final int SHARED = 32;

  /** Mapped without rights, and never given any. */
  static final int NEVER_ACCESSIBLE = 64;

  /** Mapped with huge pages. */
  static final int HUGE = 128;

  private RangeState() {}
}
