package org.svabench.model.fanout;

/** The kernel's list. */
class SpinlockedTagListTest extends InvalidationIndexSpec {
  SpinlockedTagListTest() {
    super(Indexes.SPINLOCKED_LIST, 4, 8);
  }
}
