package org.svabench.benchmarks.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import org.svabench.model.mm.Bond;

/**
 * The handles of one process as its binders hold them, and what can be said about each group while
 * others bind and unbind: a group is surely bound while it is {@link #open}, and nothing at all
 * changes between two equal readings of {@link #calm}.
 */
final class Bonds {
  /** One reference of a handle. */
  record Held(Bond bond, int device, int group) {}

  private final List<Held> held = new ArrayList<>();
  private final AtomicIntegerArray open;
  private final AtomicLongArray openedNanos;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  Bonds(int groups) {
    open = new AtomicIntegerArray(groups);
    openedNanos = new AtomicLongArray(groups);
  }

  /** Before bind is called. */
  void bindBegins() {
    begun.incrementAndGet();
  }

  /** After bind has returned; null where it failed. */
  void bindEnded(Held reference) {
    if (reference != null) {
      synchronized (held) {
        held.add(reference);
      }
      if (open.get(reference.group()) == 0) {
        openedNanos.set(reference.group(), System.nanoTime());
      }
      open.incrementAndGet(reference.group());
    }
    ended.incrementAndGet();
  }

  /** Before unbind is called; takes a reference out, or null where there is none. */
  Held unbindBegins(int choice) {
    final Held reference;
    begun.incrementAndGet();
    synchronized (held) {
      reference = held.isEmpty() ? null : held.remove(choice % held.size());
    }
    if (reference == null) {
      ended.incrementAndGet();
      return null;
    }
    open.decrementAndGet(reference.group());
    return reference;
  }

  /** After unbind has returned. */
  void unbindEnded() {
    ended.incrementAndGet();
  }

  /** Whether more binds of the group have returned than unbinds were called. */
  boolean open(int group) {
    return open.get(group) > 0;
  }

  /** Whether the group is {@link #open}, and has been without interruption since a time. */
  boolean openSince(int group, long nanos) {
    return open(group) && nanos - openedNanos.get(group) > 0;
  }

  /**
   * A number that is the same as long as no bind or unbind of the process is under way; -1 where
   * one is.
   */
  int calm() {
    final int now = begun.get();
    return ended.get() == now ? now : -1;
  }

  boolean isCalmSince(int reading) {
    return begun.get() == reading;
  }

  /** The references held now. */
  List<Held> held() {
    synchronized (held) {
      return List.copyOf(held);
    }
  }

  boolean isEmpty() {
    synchronized (held) {
      return held.isEmpty();
    }
  }
}
