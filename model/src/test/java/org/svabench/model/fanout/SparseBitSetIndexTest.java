package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The bitset that begins in its compact form. */
class SparseBitSetIndexTest extends InvalidationIndexSpec {
  SparseBitSetIndexTest() {
    super(Indexes.BITSET, 64, 40);
  }

  @Test
  void aCompactFormThatCannotGrowStaysAsItIs() {
    IndexFixture fixture = fixture();
    for (int i = 0; i < FewWords.SLOTS; i++) {
      assertTrue(fixture.bind(i));
    }
    fixture.faults.failAt(0, 0);
    assertFalse(fixture.bind(FewWords.SLOTS));
    fixture.faults.clear();
    assertEquals(FewWords.SLOTS, new Heard().tellAll(fixture.index).iommus.size());
    assertTrue(fixture.bind(FewWords.SLOTS));
    assertEquals(FewWords.SLOTS + 1, new Heard().tellAll(fixture.index).iommus.size());
  }
}
