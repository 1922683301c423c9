package org.svabench.benchmarks.verify;

import org.svabench.model.Design;

/** A design with an index, and what was done to it so far. */
final class VerifiedCase {
  final Design design;
  final NamedIndex index;
  final Counts counts = new Counts();
  long nanos;
  int rounds;

  VerifiedCase(Design design, NamedIndex index) {
    this.design = design;
    this.index = index;
  }

  @Override
  public String toString() {
    return design.name() + " " + index.name();
  }
}
