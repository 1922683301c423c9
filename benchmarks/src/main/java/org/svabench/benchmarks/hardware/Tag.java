package org.svabench.benchmarks.hardware;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cache tag, as the driver names it.
 *
 * @param iommu the IOMMU's name
 * @param device the endpoint; of an IOTLB tag the IOMMU itself
 * @param deviceTlb whether it stands for a device's TLB
 * @param pasid its PASID, 0 for DMA without one
 */
record Tag(String iommu, String device, boolean deviceTlb, int pasid) {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:[0-9a-f]{4,8}:)?([0-9a-f]{2}):([0-9a-f]{2})\\.([0-7])");

  /** The requester id of the endpoint, or -1 where its name is no PCI address. */
  int sourceId() {
    Matcher address = ADDRESS.matcher(device);
    if (!address.matches()) {
      return -1;
    }
    int slot = Integer.parseInt(address.group(2), 16);
    return slot > 31
        ? -1
        : Integer.parseInt(address.group(1), 16) << 8
            | slot << 3
            | Integer.parseInt(address.group(3));
  }
}
