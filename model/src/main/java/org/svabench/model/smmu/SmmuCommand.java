package org.svabench.model.smmu;

/**
 * Command-queue entries, two 64-bit words each (Arm SMMUv3 architecture specification, IHI 0070,
 * chapter 4; field names as in arm-smmu-v3.h, v6.11). 4 KiB granule, non-secure EL1 (NH) commands,
 * VMID 0. Pure functions.
 */
final class SmmuCommand {
  /** Opcode of CMD_CFGI_CD: drops a cached context descriptor. */
  static final int CFGI_CD = 0x05;

  /** Opcode of CMD_TLBI_NH_ASID: drops all of one ASID from the TLB. */
  static final int TLBI_NH_ASID = 0x11;

  /** Opcode of CMD_TLBI_NH_VA: drops a page, or with range invalidation a range, of one ASID. */
  static final int TLBI_NH_VA = 0x12;

  /** Opcode of CMD_ATC_INV: drops a block of a device's address translation cache. */
  static final int ATC_INV = 0x40;

  /** Opcode of CMD_SYNC: the wait. */
  static final int SYNC = 0x46;

  /** ATC size that stands for everything ({@code ATC_INV_SIZE_ALL}). */
  static final int ATC_WHOLE = 52;

  static final long OPCODE = 0xff;
  static final long SUBSTREAM_VALID = 1L << 11;
  static final int SUBSTREAM_SHIFT = 12;
  static final int STREAM_SHIFT = 32;
  static final int ASID_SHIFT = 48;
  static final int NUM_SHIFT = 12;
  static final int SCALE_SHIFT = 20;
  static final int GRANULE_SHIFT = 10;
  static final int ATC_SIZE = 0x3f;

  private static final long LEAF = 1;
  private static final long GRANULE_4K = 1L << GRANULE_SHIFT;
  private static final long SYNC_BY_MSI = 1L << 12;
  private static final long SYNC_INNER_SHAREABLE = 3L << 22;
  private static final long SYNC_WRITE_BACK = 0xfL << 24;

  private SmmuCommand() {}

  static long cfgiCd(int streamId, int pasid) {
    return CFGI_CD | (long) pasid << SUBSTREAM_SHIFT | (long) streamId << STREAM_SHIFT;
  }

  static long cfgiCdFlags(boolean leaf) {
    return leaf ? LEAF : 0;
  }

  static long tlbiAsid(int asid) {
    return TLBI_NH_ASID | (long) asid << ASID_SHIFT;
  }

  static long tlbiPage(int asid) {
    return TLBI_NH_VA | (long) asid << ASID_SHIFT;
  }

  /**
   * First word of a range: {@code num * 2^scale} pages.
   *
   * @param num 1 .. 31
   * @param scale 0 .. 31
   */
  static long tlbiRange(int asid, int num, int scale) {
    return tlbiPage(asid) | (long) (num - 1) << NUM_SHIFT | (long) scale << SCALE_SHIFT;
  }

  static long tlbiRangeAddress(long address) {
    return address | GRANULE_4K;
  }

  /** First word without the PASID, which {@link #substream} adds. */
  static long atcInv(int streamId) {
    return ATC_INV | SUBSTREAM_VALID | (long) streamId << STREAM_SHIFT;
  }

  static long substream(int pasid) {
    return (long) pasid << SUBSTREAM_SHIFT;
  }

  static long atcAddress(long base, int order) {
    return base | order;
  }

  /** The slot itself receives the message that the SYNC is complete. */
  static long sync() {
    return SYNC | SYNC_BY_MSI | SYNC_INNER_SHAREABLE | SYNC_WRITE_BACK;
  }
}
