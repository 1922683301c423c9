package org.svabench.model.fanout;

/** The bitset of a machine with 64 devices: all bits of one word. */
class DeviceWordIndexTest extends InvalidationIndexSpec {
  DeviceWordIndexTest() {
    super(Indexes.BITSET, 8, 8);
  }
}
