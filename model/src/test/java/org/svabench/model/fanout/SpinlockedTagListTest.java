package org.svabench.model.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Iommu;

/** The kernel's list. */
class SpinlockedTagListTest extends InvalidationIndexSpec {
  SpinlockedTagListTest() {
    super(Indexes.SPINLOCKED_LIST, 4, 8);
  }

  @Test
  void newTagsGoToTheTailOrBehindTheirIommu() {
    assertEquals(
        List.of("iommu 0", "device 0", "iommu 1", "device 1", "device 4"), order(TagOrder.TAIL));
    assertEquals(
        List.of("iommu 1", "device 1", "iommu 0", "device 0", "device 4"),
        order(TagOrder.GROUPED_BY_IOMMU));
  }

  /** Devices 0 and 4 are behind IOMMU 0, device 1 is behind IOMMU 1. */
  private List<String> order(TagOrder order) {
    SpinlockedTagList list = new SpinlockedTagList(order);
    for (int device : new int[] {0, 1, 4}) {
      BoundDevice bound = new BoundDevice();
      bound.reset(fixture().topology.device(device));
      list.assign(fixture().cpu, bound, fixture().pools);
    }
    List<String> told = new ArrayList<>();
    list.tell(
        new Invalidation() {
          @Override
          public void iotlb(Iommu iommu) {
            told.add("iommu " + iommu.index());
          }

          @Override
          public void deviceTlb(Device device) {
            told.add("device " + device.index());
          }

          @Override
          public void finish() {}
        });
    return told;
  }
}
