package org.svabench.model.vtd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of both generations: rows that were derived from the kernels' code. */
class VtdRangeTest {
  @ParameterizedTest
  @CsvSource({
    // pages, start, blocks and their pages up to v6.9, order and base from v6.10
    "1, 0x12345000, 1, 1, 0, 0x12345000",
    "4, 0x8000, 1, 4, 2, 0x8000",
    "4, 0x7000, 2, 4, 4, 0x0",
    "3, 0x9000, 1, 4, 2, 0x8000",
    "2, 0x3f000, 2, 2, 7, 0x0",
    "2, 0x1ff000, 2, 2, 10, 0x0",
    "2, 0x7fffff000, 2, 2, 24, 0x0",
    "33, 0xa000, 1, 64, 6, 0x0",
    "33, 0x28000, 2, 64, 7, 0x0",
    "512, 0x200000, 1, 512, 9, 0x200000",
    "512, 0x1ff000, 2, 512, 10, 0x0",
    "512, 0x201000, 2, 512, 11, 0x0"
  })
  void aRangeBecomesTheBlocksOfItsGeneration(
      int pages, String start, int blocks, int blockPages, int order, String base) {
    long first = Long.decode(start);
    long end = first + (long) pages * 4096;
    int splitOrder = VtdRange.splitOrder(first, end);
    assertEquals(blockPages, 1 << splitOrder);
    assertEquals(blocks, VtdRange.splitBlocks(first, end, splitOrder));
    assertEquals(order, VtdRange.coveringOrder(first, end));
    assertEquals(Long.decode(base), VtdRange.blockBase(first, order));
  }

  @ParameterizedTest
  @CsvSource({
    "0xffff888000000000, 35, 0xffff800000000000",
    "0xff11000000000000, 44, 0xff00000000000000"
  })
  void kernelAddressesUpToTheEndTakeOneBlock(String start, int order, String base) {
    long first = Long.parseUnsignedLong(start.substring(2), 16);
    assertEquals(order, VtdRange.coveringOrder(first, -1L));
    assertEquals(Long.parseUnsignedLong(base.substring(2), 16), VtdRange.blockBase(first, order));
  }

  @Test
  void aBlockOfOrder52IsTheWholeAddressSpace() {
    long start = 0x7fff_ffff_ffff_f000L;
    assertEquals(52, VtdRange.coveringOrder(start, start + 0x2000));
    assertEquals(0, VtdRange.blockBase(start, 52));
    assertEquals(1, VtdRange.splitBlocks(0x1000, -1L, VtdRange.splitOrder(0x1000, -1L)));
  }

  @Test
  void theLastPageOfTheAddressSpaceIsOneBlock() {
    assertEquals(1, VtdRange.splitBlocks(-2L, -1L, VtdRange.splitOrder(-2L, -1L)));
  }

  @Test
  void everyBlockCoversItsRangeAndNoSmallerOneDoes() {
    Random random = new Random(1);
    for (int i = 0; i < 200_000; i++) {
      long start = random.nextLong() >>> 8 + random.nextInt(40);
      long end = start + 1 + (random.nextLong() >>> 20 + random.nextInt(40));
      int order = VtdRange.coveringOrder(start, end);
      long first = start >>> 12;
      long last = end - 1 >>> 12;
      assertEquals(first >>> order, last >>> order);
      assertTrue(order == 0 || first >>> order - 1 != last >>> order - 1);
    }
  }

  @Test
  void theSplitIsTheAlignedBlocksThatTheRangeTouches() {
    Random random = new Random(2);
    for (int i = 0; i < 200_000; i++) {
      long first = random.nextLong() >>> 34 + random.nextInt(30);
      long pages = 1 + (random.nextLong() >>> 44 + random.nextInt(20));
      long blockPages = 1;
      while (blockPages < pages) {
        blockPages *= 2;
      }
      long from = first / blockPages * blockPages;
      long to = (first + pages + blockPages - 1) / blockPages * blockPages;
      int order = VtdRange.splitOrder(first << 12, first + pages << 12);
      assertEquals(blockPages, 1L << order, "case " + i);
      int blocks = VtdRange.splitBlocks(first << 12, first + pages << 12, order);
      assertEquals((to - from) / blockPages, blocks, "case " + i);
      boolean one = first % blockPages == 0 || first + pages <= from + blockPages;
      assertEquals(one ? 1 : 2, blocks, "case " + i);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 14", "4, 37", "8, 78", "16, 151", "32, 280", "33, 288"})
  void overRandomStartsASecondBlockIsFrequentAndACoveringBlockIsLarge(int pages, long meanCovered) {
    int second = 0;
    long covered = 0;
    for (long first = 0; first < 4096; first++) {
      long end = first + pages << 12;
      int order = VtdRange.splitOrder(first << 12, end);
      second += VtdRange.splitBlocks(first << 12, end, order) - 1;
      covered += 1L << VtdRange.coveringOrder(first << 12, end);
    }
    int blockPages = 1 << VtdRange.splitOrder(0, (long) pages << 12);
    assertEquals((pages - 1) * 4096 / blockPages, second, "(p - 1) / A of the starts");
    assertEquals(meanCovered, Math.round(covered / 4096.0));
  }
}
