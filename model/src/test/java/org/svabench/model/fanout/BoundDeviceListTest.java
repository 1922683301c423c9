package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundDeviceListTest {
  private static final long SEED = 20261128;

  private final BoundDeviceList list = new BoundDeviceList();

  private List<BoundDevice> listed() {
    List<BoundDevice> listed = new ArrayList<>();
    for (BoundDevice at = list.first(); at != null; at = at.next()) {
      listed.add(at);
    }
    return listed;
  }

  @Test
  void theNewestIsFirstWhateverWasRemoved() {
    Random random = new Random(SEED);
    Deque<BoundDevice> known = new ArrayDeque<>();
    List<BoundDevice> records = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      records.add(new BoundDevice());
    }
    assertTrue(list.isEmpty());
    for (int i = 0; i < 300; i++) {
      BoundDevice record = records.get(random.nextInt(records.size()));
      if (known.remove(record)) {
        list.remove(record);
      } else {
        list.add(record);
        known.addFirst(record);
      }
      assertEquals(List.copyOf(known), listed(), "operation " + i + ", seed " + SEED);
      assertEquals(known.isEmpty(), list.isEmpty());
    }
  }

  /** A walk that stands on a record when that is removed goes on from there. */
  @Test
  void aRecordThatWasRemovedStillLeadsToTheOthers() {
    BoundDevice older = new BoundDevice();
    BoundDevice newer = new BoundDevice();
    list.add(older);
    list.add(newer);
    list.remove(newer);
    assertEquals(older, newer.next());
    assertFalse(list.isEmpty());
  }
}
