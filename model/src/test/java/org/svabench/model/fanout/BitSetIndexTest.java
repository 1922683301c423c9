package org.svabench.model.fanout;

/** The bitset where IOMMUs begin and end within words and span several. */
class BitSetIndexTest extends InvalidationIndexSpec {
  BitSetIndexTest() {
    super(Indexes.BITSET, 7, 100);
  }
}
