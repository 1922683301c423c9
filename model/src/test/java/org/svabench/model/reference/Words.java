package org.svabench.model.reference;

/**
 * One VT-d descriptor, its two low words, put together bit field by bit field.
 *
 * @param low the first word
 * @param high the second word
 */
record Words(long low, long high) {
  private static final int SVA_DOMAIN = 1;
  private static final int QUEUE_DEPTH = 16;

  /** Highest address mask of the modelled unit; larger non-PASID blocks become the domain. */
  private static final int MAX_ADDRESS_MASK = 0x2d;

  static Words pasidCache(int pasid) {
    return new Words(field(7, 0) | field(1, 4) | field(SVA_DOMAIN, 16) | field(pasid, 32), 0);
  }

  static Words wholeIotlb(int pasid) {
    return new Words(field(6, 0) | field(2, 4) | field(SVA_DOMAIN, 16) | field(pasid, 32), 0);
  }

  static Words iotlb(int pasid, Block block) {
    return new Words(
        field(6, 0) | field(3, 4) | field(SVA_DOMAIN, 16) | field(pasid, 32),
        block.base() | block.order());
  }

  static Words iotlbOfAllPasids(Block block) {
    boolean pages = block.order() <= MAX_ADDRESS_MASK;
    return new Words(
        field(2, 0) | field(pages ? 3 : 2, 4) | field(1, 6) | field(1, 7) | field(SVA_DOMAIN, 16),
        pages ? block.base() | block.order() : 0);
  }

  static Words deviceTlb(int pasid, int sourceId, Block block) {
    return new Words(
        field(8, 0)
            | field(QUEUE_DEPTH, 4)
            | field(sourceId % 16, 12)
            | field(sourceId, 16)
            | field(pasid, 32)
            | field(sourceId / 16, 52),
        sized(block, 11));
  }

  static Words wholeDeviceTlbOfAllPasids(int sourceId) {
    return new Words(
        field(3, 0)
            | field(sourceId % 16, 12)
            | field(QUEUE_DEPTH, 16)
            | field(sourceId, 32)
            | field(sourceId / 16, 52),
        sized(Block.EVERYTHING, 0));
  }

  static Words fence() {
    return new Words(field(5, 0) | field(1, 6), 0);
  }

  private static long field(long value, int lowestBit) {
    return value << lowestBit;
  }

  /** The size of a block, told by the run of ones above bit 11. */
  private static long sized(Block block, int sizeBit) {
    long word = block.base();
    if (block.order() > 0) {
      for (int bit = 12; bit <= 11 + block.order(); bit++) {
        word |= 1L << bit;
      }
      word &= ~(1L << 11 + block.order());
      word |= 1L << sizeBit;
    }
    return word;
  }

  @Override
  public String toString() {
    return "0x" + Long.toHexString(low) + ":0x" + Long.toHexString(high);
  }
}
