package org.svabench.model.sva;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.IommuGroup;
import org.svabench.model.topology.Topology;
import org.svabench.model.topology.TopologyBuilder;

class AttachmentTableTest {
  private static final long SEED = 20261128;
  private static final int GROUPS = 200;

  private static Topology topology() {
    TopologyBuilder builder = Topology.named("groups", Family.VTD).iommu("dmar0");
    for (int i = 0; i < GROUPS; i++) {
      builder.device(0);
    }
    return builder.build();
  }

  @Test
  void everyGroupIsFoundFromItsInsertToItsRemovalWhileTheTableGrows() {
    Topology topology = topology();
    AttachmentTable table = new AttachmentTable();
    Map<IommuGroup, GroupAttachment> known = new HashMap<>();
    Random random = new Random(SEED);
    for (int i = 0; i < 1500; i++) {
      IommuGroup group = topology.device(random.nextInt(Math.min(GROUPS, 2 + i / 5))).group();
      GroupAttachment slot = known.remove(group);
      if (slot != null) {
        table.remove(slot);
      } else {
        slot = new GroupAttachment();
        slot.reset(group, null);
        table.insert(slot);
        known.put(group, slot);
      }
      for (int other = 0; other < GROUPS; other += 1 + i % 7) {
        IommuGroup asked = topology.device(other).group();
        assertSame(known.get(asked), table.find(asked), "operation " + i + ", seed " + SEED);
      }
    }
    for (GroupAttachment slot : known.values()) {
      table.remove(slot);
      assertNull(table.find(slot.group));
    }
  }
}
