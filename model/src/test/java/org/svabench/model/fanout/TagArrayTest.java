package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

class TagArrayTest {
  private final Topology topology = IndexFixture.grid(3, 8);

  private static List<Integer> tags(TagArray array) {
    List<Integer> tags = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      tags.add(array.tag(i));
    }
    return tags;
  }

  private TagArray with(int... devices) {
    TagArray array = new TagArray();
    for (int device : devices) {
      TagArray next = new TagArray();
      next.copyWith(array, topology.device(device));
      array = next;
    }
    return array;
  }

  @Test
  void anArrayThatIsTooSmallGrowsAlsoWhereADeviceIsTakenOut() {
    // Behind the first IOMMU: 0, 3, 6, 9, 12, 15, 18, 21, all of them with a device TLB.
    TagArray nine = with(0, 3, 6, 9, 12, 15, 18, 21);
    TagArray initial = new TagArray();
    initial.copyWithout(nine, topology.device(0));
    assertEquals(tags(with(3, 6, 9, 12, 15, 18, 21)), tags(initial));
    TagArray twelve = with(0, 3, 6, 9, 12, 15, 18, 21, 1, 4);
    TagArray another = new TagArray();
    another.copyWithout(twelve, topology.device(6));
    assertEquals(tags(with(0, 3, 9, 12, 15, 18, 21, 1, 4)), tags(another));
  }

  @Test
  void tagsAscendWhateverTheOrderOfBinds() {
    assertEquals(tags(with(0, 1, 2, 4, 9)), tags(with(9, 2, 4, 0, 1)));
    Device device = topology.device(4);
    assertEquals(4, TagArray.deviceOf(TagArray.deviceTlb(device)));
    assertEquals(1, TagArray.iommuOf(TagArray.deviceTlb(device)));
  }
}
