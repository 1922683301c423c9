package org.svabench.model.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * An aligned power-of-two block of 4 KiB pages.
 *
 * @param base its first byte
 * @param order log2 of its pages
 */
record Block(long base, int order) {
  static final Block EVERYTHING = new Block(0, 52);
  private static final BigInteger PAGE = BigInteger.valueOf(4096);
  private static final BigInteger TOP = BigInteger.ONE.shiftLeft(64);

  /** From v6.10: the smallest block that holds the range. */
  static Block covering(long start, long end) {
    long firstPage = start >>> 12;
    long lastPage = (end - 1) >>> 12;
    int order = 0;
    while (firstPage >>> order != lastPage >>> order) {
      order++;
    }
    return new Block(firstPage >>> order << order << 12, order);
  }

  /** Up to v6.9: as many blocks of the range's own size, rounded up, as it touches. */
  static List<Block> splitting(long start, long end) {
    BigInteger from = unsigned(start);
    BigInteger pages = unsigned(end).subtract(from).add(PAGE).subtract(BigInteger.ONE).divide(PAGE);
    int order = 0;
    while (BigInteger.ONE.shiftLeft(order).compareTo(pages) < 0) {
      order++;
    }
    BigInteger size = PAGE.shiftLeft(order);
    BigInteger to = from.add(pages.multiply(PAGE)).min(TOP);
    List<Block> blocks = new ArrayList<>();
    for (BigInteger at = from.divide(size).multiply(size);
        at.compareTo(to) < 0;
        at = at.add(size)) {
      blocks.add(new Block(at.longValue(), order));
    }
    return blocks;
  }

  private static BigInteger unsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }
}
