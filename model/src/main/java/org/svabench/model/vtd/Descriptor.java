package org.svabench.model.vtd;

/**
 * Invalidation descriptors, two 64-bit words each (VT-d specification, chapter 6.5; field layout as
 * in drivers/iommu/intel/iommu.h, v7.x). Pure functions.
 */
public final class Descriptor {
  /** All SVA translations use this domain id on every IOMMU ({@code FLPT_DEFAULT_DID}). */
  public static final int SVA_DOMAIN_ID = 1;

  /** The order that stands for the whole address space. */
  public static final int WHOLE_ORDER = 52;

  /** Type of a non-PASID IOTLB descriptor. */
  public static final int IOTLB = 2;

  /** Type of a non-PASID device-TLB descriptor. */
  public static final int DEVICE_TLB = 3;

  /** Type of a wait descriptor. */
  public static final int WAIT = 5;

  /** Type of a PASID-based IOTLB descriptor. */
  public static final int PASID_IOTLB = 6;

  /** Type of a PASID-cache descriptor. */
  public static final int PASID_CACHE = 7;

  /** Type of a PASID-based device-TLB descriptor. */
  public static final int PASID_DEVICE_TLB = 8;

  /** Of a wait: write the status word. */
  static final long WAIT_STATUS_WRITE = 1L << 5;

  /** Of a wait: later descriptors wait for it. */
  static final long WAIT_FENCE = 1L << 6;

  /** Of a wait: drain page requests. */
  static final long WAIT_PAGE_REQUEST_DRAIN = 1L << 7;

  private static final int PAGE_SHIFT = 12;
  private static final int QUEUE_DEPTH = 16;

  /**
   * Largest order a non-PASID IOTLB descriptor may carry: the maximum address mask value of a
   * Sapphire Rapids unit (capability 19ed008c40780c66, bits 53:48).
   */
  static final int MAX_ADDRESS_MASK = 0x2d;

  private Descriptor() {}

  static long pasidCache(int pasid) {
    return PASID_CACHE | 1L << 4 | didAndPasid(pasid);
  }

  static long pasidIotlbWhole(int pasid) {
    return PASID_IOTLB | 2L << 4 | didAndPasid(pasid);
  }

  static long pasidIotlbPages(int pasid) {
    return PASID_IOTLB | 3L << 4 | didAndPasid(pasid);
  }

  static long iotlbPages(int order) {
    final long granularity = order <= MAX_ADDRESS_MASK ? 3L : 2L;
    return IOTLB | granularity << 4 | 1L << 6 | 1L << 7 | (long) SVA_DOMAIN_ID << 16;
  }

  static long addressAndMask(long base, int order) {
    return base | order;
  }

  static long pasidField(int pasid) {
    return (long) pasid << 32;
  }

  static long pasidDeviceTlb(int sourceId) {
    return PASID_DEVICE_TLB
        | (long) QUEUE_DEPTH << 4
        | (long) (sourceId & 0xf) << 12
        | (long) sourceId << 16
        | (long) (sourceId >>> 4 & 0xfff) << 52;
  }

  static long deviceTlb(int sourceId) {
    return DEVICE_TLB
        | (long) (sourceId & 0xf) << 12
        | (long) QUEUE_DEPTH << 16
        | (long) sourceId << 32
        | (long) (sourceId >>> 4 & 0xfff) << 52;
  }

  /**
   * Address word of a PASID-based device-TLB descriptor: the block's size is the number of ones
   * between its base and bit 11.
   *
   * @param base first byte of the block
   * @param order log2 of its pages, 0 .. 52
   * @return the word
   */
  static long deviceTlbAddress(long base, int order) {
    if (order == 0) {
      return base;
    }
    final long below = (1L << PAGE_SHIFT - 1 + order) - 1;
    return (base & ~(below << 1 | 1) | below) & ~0xfffL | 1L << 11;
  }

  /** Address word of a non-PASID device-TLB descriptor for everything; the size bit is bit 0. */
  static long deviceTlbWholeAddress() {
    return deviceTlbAddress(0, WHOLE_ORDER) & ~(1L << 11) | 1;
  }

  static long waitStatus(int slot) {
    return WAIT | WAIT_STATUS_WRITE | (long) slot << 32;
  }

  static long waitFence() {
    return WAIT | WAIT_FENCE;
  }

  private static long didAndPasid(int pasid) {
    return (long) SVA_DOMAIN_ID << 16 | pasidField(pasid);
  }
}
