package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

/** The bitset of a machine with 64 devices: all bits of one word. */
class DeviceWordIndexTest extends InvalidationIndexSpec {
  DeviceWordIndexTest() {
    super(Indexes.BITSET, 8, 8);
  }

  @Test
  void sixtyFourDevicesFitIntoOneWord() {
    assertInstanceOf(DeviceWordIndex.class, fixture().index);
  }
}
