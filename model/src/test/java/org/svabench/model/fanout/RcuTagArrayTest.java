package org.svabench.model.fanout;

/** The sorted array. */
class RcuTagArrayTest extends InvalidationIndexSpec {
  RcuTagArrayTest() {
    super(Indexes.RCU_ARRAY, 4, 8);
  }
}
