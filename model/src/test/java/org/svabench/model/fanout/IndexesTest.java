package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IndexesTest {
  @Test
  void everyNameLeadsToItsIndex() {
    assertEquals(List.of("spinlocked-list", "rcu-list", "rcu-array", "bitset"), Indexes.names());
    for (Indexes index : Indexes.values()) {
      assertEquals(Optional.of(index), Indexes.named(index.label()));
      assertEquals(index.label(), index.toString());
      assertFalse(index.summary().isBlank());
    }
    assertEquals(Optional.empty(), Indexes.named("rcu"));
  }
}
