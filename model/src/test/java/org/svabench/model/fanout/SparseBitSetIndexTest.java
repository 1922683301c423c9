package org.svabench.model.fanout;

/** The bitset that begins in its compact form. */
class SparseBitSetIndexTest extends InvalidationIndexSpec {
  SparseBitSetIndexTest() {
    super(Indexes.BITSET, 64, 40);
  }
}
