package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The bitset where IOMMUs begin and end within words and span several. */
class BitSetIndexTest extends InvalidationIndexSpec {
  BitSetIndexTest() {
    super(Indexes.BITSET, 7, 100);
  }

  @Test
  void theFormFollowsTheNumberOfDevices() {
    assertInstanceOf(
        BitSetIndex.class, new IndexFixture(Indexes.BITSET, IndexFixture.grid(5, 13)).index);
    assertInstanceOf(
        BitSetIndex.class, new IndexFixture(Indexes.BITSET, IndexFixture.grid(8, 256)).index);
    assertInstanceOf(
        SparseBitSetIndex.class, new IndexFixture(Indexes.BITSET, IndexFixture.grid(3, 683)).index);
  }

  @Test
  void aWalkDropsTheLeavesThatItFoundEmpty() {
    DeviceOrder order = new DeviceOrder(IndexFixture.grid(7, 100));
    IommuBitSet bound = new IommuBitSet(order.deviceCount());
    bound.set(130);
    bound.clear(130);
    Heard heard = new Heard();
    BitSetIndex.walk(new BitSetIndex(order), bound, heard, false);
    assertEquals(List.of(), heard.iommus);
    assertEquals(0, bound.announced(0));
  }
}
