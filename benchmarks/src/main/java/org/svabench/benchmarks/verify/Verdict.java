package org.svabench.benchmarks.verify;

import java.util.concurrent.atomic.AtomicReference;

/** The first violation of a round, and the sign for its threads to stop. Any thread. */
final class Verdict {
  private final AtomicReference<Violation> first = new AtomicReference<>();
  private volatile boolean over;

  /** Notes a violation; only the first one counts. */
  void fail(Violation violation) {
    first.compareAndSet(null, violation);
    over = true;
  }

  /** The time is up. */
  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  /** The first violation, or null. */
  Violation violation() {
    return first.get();
  }
}
