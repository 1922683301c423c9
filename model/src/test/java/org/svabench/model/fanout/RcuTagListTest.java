package org.svabench.model.fanout;

/** The list without the spinlock. */
class RcuTagListTest extends InvalidationIndexSpec {
  RcuTagListTest() {
    super(Indexes.RCU_LIST, 4, 8);
  }
}
