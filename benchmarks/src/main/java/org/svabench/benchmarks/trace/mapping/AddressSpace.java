package org.svabench.benchmarks.trace.mapping;

/** One mm of the trace: its number, its mappings, the end of its heap, who uses it. */
public final class AddressSpace {
  private final int number;
  private final Mappings mappings = new Mappings();
  private long heapEnd;
  private int users;
  private boolean announced;

  AddressSpace(int number) {
    this.number = number;
  }

  /**
   * Its number in the trace.
   *
   * @return from 0, never used again
   */
  public int number() {
    return number;
  }

  /**
   * What is mapped.
   *
   * @return the mappings, live
   */
  public Mappings mappings() {
    return mappings;
  }

  /**
   * End of the heap, as {@code brk} last returned it.
   *
   * @return address, or 0 while unknown
   */
  public long heapEnd() {
    return heapEnd;
  }

  /**
   * The heap ends elsewhere.
   *
   * @param end address
   */
  public void heapEnd(long end) {
    heapEnd = end;
  }

  /**
   * Whether the sink knows of it; the sink learns of an address space when something happens in it.
   *
   * @return true after {@link #announce}
   */
  public boolean announced() {
    return announced;
  }

  /** The sink knows of it now. */
  public void announce() {
    announced = true;
  }

  /**
   * Whether a single process uses it.
   *
   * @return true with one user
   */
  public boolean isPrivate() {
    return users == 1;
  }

  /** Another process uses it. */
  public void use() {
    users++;
  }

  /**
   * A process no longer uses it.
   *
   * @return whether it was the last one
   */
  public boolean leave() {
    return --users == 0;
  }
}
