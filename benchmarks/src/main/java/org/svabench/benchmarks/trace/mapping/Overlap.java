package org.svabench.benchmarks.trace.mapping;

/** Where a range meets mappings. Filled by {@link Mappings}, valid until the next question. */
public final class Overlap {
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

  void clear() {
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

  void meetUnknown(long from, long to) {
    meet(from, to);
    unknown = true;
  }

  void meetKnown(long from, long to, int state) {
    meet(from, to);
    known = true;
    accessible |= (state & RangeState.NEVER_ACCESSIBLE) == 0;
    small |= (state & RangeState.HUGE) == 0;
  }

  Overlap() {}
}
