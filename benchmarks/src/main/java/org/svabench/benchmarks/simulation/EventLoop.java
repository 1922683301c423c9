package org.svabench.benchmarks.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Simulated time. Events of the same instant happen in the order in which they were planned, so a
 * run depends on nothing but its setup. For one thread.
 */
final class EventLoop {
  private record Event(long time, long number, Runnable action) {}

  private final PriorityQueue<Event> planned =
      new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparingLong(Event::number));
  private long now;
  private long events;

  /** Picoseconds since the start. */
  long now() {
    return now;
  }

  /** Plans an action; a delay of 0 puts it behind everything that is planned for this instant. */
  void after(long delay, Runnable action) {
    planned.add(new Event(Math.addExact(now, delay), events++, action));
  }

  /** Lets the next event happen; false where none is left. */
  boolean step() {
    Event next = planned.poll();
    if (next == null) {
      return false;
    }
    now = next.time();
    next.action().run();
    return true;
  }
}
