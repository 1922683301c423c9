package org.svabench.benchmarks.verify;

import java.util.function.Supplier;
import org.svabench.model.fanout.InvalidationIndex;

/**
 * An index to verify under a design.
 *
 * @param name how users write it
 * @param supplier makes the index of a new domain; null for the design's own
 */
record NamedIndex(String name, Supplier<InvalidationIndex> supplier) {
  /** Whatever the design uses. */
  static final NamedIndex OWN = new NamedIndex("own", null);

  /** An index with pauses between its steps. */
  static NamedIndex paused(String name, Supplier<? extends InvalidationIndex> supplier) {
    return new NamedIndex(name, () -> new PausingIndex(supplier.get()));
  }
}
