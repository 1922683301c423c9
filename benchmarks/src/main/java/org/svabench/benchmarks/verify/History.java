package org.svabench.benchmarks.verify;

import java.util.ArrayList;
import java.util.List;

/**
 * What one thread did last: a ring of events with times, written by that thread alone and read when
 * it has stopped. The time stamps order events of different threads; unlike a shared counter they
 * put no fence between the steps that are tested.
 */
final class History {
  private static final int CAPACITY = 1 << 13;

  private final String thread;
  private final long[] nanos = new long[CAPACITY];
  private final Event[] kinds = new Event[CAPACITY];
  private final int[] spaces = new int[CAPACITY];
  private final int[] places = new int[CAPACITY];
  private final long[] first = new long[CAPACITY];
  private final long[] second = new long[CAPACITY];
  private final long[] third = new long[CAPACITY];
  private int written;

  /** One event, read back. */
  record Entry(
      String thread,
      long nanos,
      Event kind,
      int space,
      int place,
      long first,
      long second,
      long third) {}

  History(String thread) {
    this.thread = thread;
  }

  /**
   * Adds an event.
   *
   * @param kind what happened
   * @param space number of the address space, 0 where it is about none
   * @param place device or IOMMU
   * @param a first detail
   * @param b second detail
   * @param c third detail
   */
  void add(Event kind, int space, int place, long a, long b, long c) {
    final int at = written++ & CAPACITY - 1;
    nanos[at] = System.nanoTime();
    kinds[at] = kind;
    spaces[at] = space;
    places[at] = place;
    first[at] = a;
    second[at] = b;
    third[at] = c;
  }

  /** The events that are still held, oldest first. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int i = Math.max(0, written - CAPACITY); i < written; i++) {
      int at = i & CAPACITY - 1;
      entries.add(
          new Entry(
              thread,
              nanos[at],
              kinds[at],
              spaces[at],
              places[at],
              first[at],
              second[at],
              third[at]));
    }
    return entries;
  }
}
