package org.svabench.model.vtd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VtdRangeTest {
  private static final long SEED = 0x5aba_0005_0004L;

  @ParameterizedTest
  @CsvSource({
    "0x5000,      1,   1, 1,    0,  0x5000,   1",
    "0x8000,      4,   1, 4,    2,  0x8000,   4",
    "0x7000,      4,   2, 4,    4,  0x0,      16",
    "0x9000,      3,   1, 4,    2,  0x8000,   4",
    "0x3f000,     2,   2, 2,    7,  0x0,      128",
    "0x1ff000,    2,   2, 2,    10, 0x0,      1024",
    "0x7fffff000, 2,   2, 2,    24, 0x0,      16777216",
    "0xa000,      33,  1, 64,   6,  0x0,      64",
    "0x28000,     33,  2, 64,   7,  0x0,      128",
    "0x200000,    512, 1, 512,  9,  0x200000, 512",
    "0x1ff000,    512, 2, 512,  10, 0x0,      1024",
    "0x201000,    512, 2, 512,  11, 0x0,      2048",
  })
  void aRangeIsSplitUpTo69AndCoveredByOneBlockFrom610(
      String start, long pages, int blocks, long blockPages, int order, String base, long covered) {
    long first = Long.decode(start);
    long end = first + (pages << 12);
    int split = VtdRange.splitOrder(first, end);
    assertEquals(blockPages, 1L << split);
    assertEquals(blocks, VtdRange.splitBlocks(first, end, split));
    assertEquals(order, VtdRange.coveringOrder(first, end));
    assertEquals(Long.decode(base), VtdRange.blockBase(first, order));
    assertEquals(covered, 1L << order);
  }

  @Test
  void theCoveringBlockIsTheSmallestAlignedOneThatHoldsTheRange() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200_000; i++) {
      long start = random.nextLong(1L << random.nextInt(13, 47));
      long end = start + 1 + random.nextLong(1L << random.nextInt(1, 40));
      int order = 0;
      while (start >>> order + 12 != end - 1 >>> order + 12) {
        order++;
      }
      assertEquals(order, VtdRange.coveringOrder(start, end), "seed " + SEED + " case " + i);
    }
  }

  @Test
  void theSplitIsTheAlignedBlocksThatTheRangeTouches() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200_000; i++) {
      long first = random.nextLong(1L << random.nextInt(1, 30));
      long pages = 1 + random.nextLong(1L << random.nextInt(1, 20));
      long blockPages = 1;
      while (blockPages < pages) {
        blockPages *= 2;
      }
      long from = first / blockPages * blockPages;
      long to = (first + pages + blockPages - 1) / blockPages * blockPages;
      int order = VtdRange.splitOrder(first << 12, first + pages << 12);
      String message = "seed " + SEED + " case " + i;
      assertEquals(blockPages, 1L << order, message);
      int blocks = VtdRange.splitBlocks(first << 12, first + pages << 12, order);
      assertEquals((to - from) / blockPages, blocks, message);
      assertTrue(blocks <= 2, message);
      boolean one = first % blockPages == 0 || first + pages <= from + blockPages;
      assertEquals(one ? 1 : 2, blocks, message);
    }
  }

  @Test
  void aRandomStartNeedsASecondBlockAsOftenAsPagesMinusOneInABlock() {
    for (int pages : new int[] {1, 2, 3, 4, 5, 8, 16, 17, 32, 33}) {
      int two = 0;
      long covered = 0;
      for (long first = 0; first < 4096; first++) {
        long start = first << 12;
        long end = first + pages << 12;
        int order = VtdRange.splitOrder(start, end);
        two += VtdRange.splitBlocks(start, end, order) - 1;
        covered += 1L << VtdRange.coveringOrder(start, end);
      }
      int block = 1 << VtdRange.splitOrder(0, (long) pages << 12);
      assertEquals((pages - 1) * 4096 / block, two, pages + " pages");
      long mean = Math.round(covered / 4096.0);
      int expected =
          switch (pages) {
            case 1 -> 1;
            case 2 -> 14;
            case 4 -> 37;
            case 8 -> 78;
            case 16 -> 151;
            case 32 -> 280;
            case 33 -> 288;
            default -> (int) mean;
          };
      assertEquals(expected, mean, pages + " pages");
    }
  }

  @Test
  void aBlockOfOrder52IsEverything() {
    assertEquals(52, VtdRange.coveringOrder(0x1000, -1L));
    assertEquals(35, VtdRange.coveringOrder(0xffff888000000000L, -1L), "kernel half, 4 levels");
    assertEquals(44, VtdRange.coveringOrder(0xff11000000000000L, -1L), "kernel half, 5 levels");
    assertTrue(VtdRange.isWhole(0, -1L));
  }
}
