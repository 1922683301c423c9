package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The summary's protocol, step by step in one thread. */
class SummaryBitsTest {
  private static final int LEAVES = 70;

  private final SummaryBits summary = new SummaryBits(LEAVES);
  private final long[] leaves = new long[LEAVES];

  @Test
  void everyLeafHasABitOfItsOwn() {
    for (int leaf = 0; leaf < LEAVES; leaf++) {
      summary.announce(leaf);
      leaves[leaf] = 1;
      assertEquals(1L << leaf % 32, summary.present(leaf / 32));
      leaves[leaf] = 0;
      summary.retire(leaf, leaves, leaf);
      assertEquals(0, summary.present(leaf / 32));
    }
  }

  @Test
  void anAnnouncementLeavesTheOthersAlone() {
    summary.announce(0);
    summary.announce(31);
    summary.announce(32);
    summary.announce(0);
    assertEquals(1L << 31 | 1, summary.present(0));
    assertEquals(1, summary.present(1));
  }

  @Test
  void aLeafThatHoldsSomethingIsNotRetired() {
    summary.announce(5);
    leaves[5] = 1L << 63;
    summary.retire(5, leaves, 5);
    assertEquals(1L << 5, summary.present(0));
    leaves[5] = 0;
    summary.retire(5, leaves, 5);
    assertEquals(0, summary.present(0), "the attempt that failed must not bar the next");
  }

  @Test
  void retiringWhatIsNotAnnouncedChangesNothing() {
    summary.announce(4);
    leaves[4] = 1;
    summary.retire(5, leaves, 5);
    assertEquals(1L << 4, summary.present(0));
  }

  /** More announcements than a version that counted in the bits below would survive. */
  @Test
  void leavesThatComeAndGoDoNotDisturbTheirNeighbours() {
    summary.announce(1);
    leaves[1] = 1;
    for (int i = 0; i < 5000; i++) {
      summary.announce(2);
      assertEquals(0b110, summary.present(0));
      summary.retire(2, leaves, 2);
      assertEquals(0b010, summary.present(0));
    }
  }
}
