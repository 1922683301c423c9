package org.svabench.benchmarks.verify;

/**
 * Who was told of a page, while one thread alone notifies. Device TLBs must be told after the IOTLB
 * behind which they refill.
 */
final class Told {
  final int[] iotlb;
  final int[] deviceTlb;
  private final int page;
  private int deviceToldFirst = -1;

  Told(int iommus, int devices, int page) {
    this.iotlb = new int[iommus];
    this.deviceTlb = new int[devices];
    this.page = page;
  }

  void iotlb(int iommu, boolean all, long base, long pages) {
    if (all || covers(base, pages)) {
      iotlb[iommu]++;
    }
  }

  void deviceTlb(int iommu, int device, long base, long pages) {
    if (covers(base, pages)) {
      deviceTlb[device]++;
      if (iotlb[iommu] == 0) {
        deviceToldFirst = device;
      }
    }
  }

  /** A device that was told before its IOMMU, or -1. */
  int deviceToldFirst() {
    return deviceToldFirst;
  }

  private boolean covers(long base, long pages) {
    final long number = Pages.address(page) >>> Pages.SHIFT;
    final long firstPage = base >>> Pages.SHIFT;
    return number >= firstPage && number < firstPage + pages;
  }
}
