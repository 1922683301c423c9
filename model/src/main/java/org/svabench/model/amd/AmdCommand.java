package org.svabench.model.amd;

/**
 * Commands of two 64-bit words each (AMD I/O Virtualization Technology specification, 48882,
 * chapter 2.4; names as in drivers/iommu/amd/amd_iommu_types.h, v6.14). Pure functions.
 */
final class AmdCommand {
  /** Opcode of COMPLETION_WAIT. */
  static final int COMPLETION_WAIT = 1;

  /** Opcode of INVALIDATE_IOMMU_PAGES. */
  static final int INVALIDATE_IOMMU_PAGES = 3;

  /** Opcode of INVALIDATE_IOTLB_PAGES. */
  static final int INVALIDATE_IOTLB_PAGES = 4;

  static final int OPCODE_SHIFT = 60;
  static final int DOMAIN_SHIFT = 32;

  /** The address stands for a block of more than one page. */
  static final long SIZE = 1;

  /** Page directory entries are dropped too. */
  static final long PDE = 1L << 1;

  /** The PASID counts. */
  static final long GUEST = 1L << 2;

  /** Every address. */
  static final long ALL_PAGES = 0x7fff_ffff_ffff_f000L | SIZE;

  /** In INVALIDATE_IOTLB_PAGES the PASID lies in three places: bits 15:8, 7:0 and 19:16. */
  static final int MIDDLE_PASID_SHIFT = 16;

  static final int LOW_PASID_SHIFT = 48;
  static final int HIGH_PASID_SHIFT = 56;

  private static final int PAGE_SHIFT = 12;
  private static final int SIGN_BIT = 51;
  private static final int QUEUE_DEPTH = 32;
  private static final long STORE = 1;

  private AmdCommand() {}

  /** First word of INVALIDATE_IOMMU_PAGES without the PASID, which is in the low 20 bits. */
  static long iommuPages(int domainId) {
    return (long) INVALIDATE_IOMMU_PAGES << OPCODE_SHIFT | (long) domainId << DOMAIN_SHIFT;
  }

  static long iommuPagesAddress(long blockAddress) {
    return blockAddress | PDE | GUEST;
  }

  /** First word of INVALIDATE_IOTLB_PAGES without the PASID. */
  static long iotlbPages(int deviceId) {
    return (long) INVALIDATE_IOTLB_PAGES << OPCODE_SHIFT
        | (long) deviceId << 32
        | (long) QUEUE_DEPTH << 24
        | deviceId;
  }

  static long iotlbPasid(int pasid) {
    return (long) (pasid >>> 8 & 0xff) << MIDDLE_PASID_SHIFT
        | (long) (pasid & 0xff) << LOW_PASID_SHIFT
        | (long) (pasid >>> 16 & 0xf) << HIGH_PASID_SHIFT;
  }

  static long iotlbPagesAddress(long blockAddress) {
    return blockAddress | GUEST;
  }

  /** First word of COMPLETION_WAIT: store the second word at an address. */
  static long completionWait(long address) {
    return (long) COMPLETION_WAIT << OPCODE_SHIFT | address | STORE;
  }

  /**
   * The address field of a range: a page, or the smallest aligned power-of-two block that holds the
   * range, written as the ones below the highest bit in which its first and last byte differ
   * ({@code build_inv_address}).
   *
   * @param start first byte
   * @param end exclusive, after start; a range of 2^52 bytes or more is everything
   * @return address and size bit
   */
  static long blockAddress(long start, long end) {
    final long last = end - 1;
    if (start >>> PAGE_SHIFT == last >>> PAGE_SHIFT) {
      return start & -1L << PAGE_SHIFT;
    }
    final int highest = Long.SIZE - 1 - Long.numberOfLeadingZeros(start ^ last);
    if (highest > SIGN_BIT) {
      return ALL_PAGES;
    }
    return (start | (1L << highest) - 1) & -1L << PAGE_SHIFT | SIZE;
  }
}
