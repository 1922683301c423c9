package org.svabench.model.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Against sets of pages. A command's first word is its pages and its kind, its second the first
 * page.
 */
class CoverageMeterTest {
  private static final int IOMMUS = 2;
  private static final int PAGES_SHIFT = 8;

  /** What the class comment says. */
  private static final class PlainDecoder extends CommandDecoder {
    @Override
    public void decode(long word0, long word1, Command into) {
      into.set(CommandKind.values()[(int) (word0 & 0xff)], -1, 1, -1);
      into.range(word1 << 12, word0 >>> PAGES_SHIFT);
    }
  }

  private final CoverageMeter meter = new CoverageMeter(IOMMUS, new PlainDecoder());

  private void tell(int iommu, CommandKind kind, long page, long pages) {
    meter.execute(iommu, new long[] {pages << PAGES_SHIFT | kind.ordinal(), page}, 1, true);
  }

  private void block(int iommu, long page, long pages) {
    tell(iommu, CommandKind.IOTLB_BLOCK, page, pages);
  }

  @Test
  void aPageToldTwiceToOneIommuCountsOnceAndToTwoIommusTwice() {
    block(0, 16, 8);
    block(0, 16, 8);
    block(0, 20, 8);
    assertEquals(12, meter.coveredPages());

    block(1, 16, 8);

    assertEquals(20, meter.coveredPages());
    assertEquals(4, meter.iotlbCommands());
  }

  @Test
  void aBlockInsideTheOneBeforeAddsNothing() {
    block(0, 0, 64);
    block(0, 8, 4);
    block(0, 64, 1);
    assertEquals(65, meter.coveredPages());
  }

  @Test
  void commandsOfOneSubmissionAreReadOneByOne() {
    long kind = CommandKind.IOTLB_BLOCK.ordinal();
    meter.execute(0, new long[] {2 << PAGES_SHIFT | kind, 4, 3 << PAGES_SHIFT | kind, 40}, 2, true);
    assertEquals(5, meter.coveredPages());
  }

  @Test
  void wholeCommandsAndDeviceTlbsAreCountedApartAndCoverNoPage() {
    tell(0, CommandKind.IOTLB_WHOLE, 0, 1);
    tell(0, CommandKind.IOTLB_WHOLE_OF_ALL_PASIDS, 0, 1);
    tell(1, CommandKind.DEVICE_TLB, 0, 1);
    tell(1, CommandKind.DEVICE_TLB_OF_ALL_PASIDS, 0, 1);
    tell(1, CommandKind.IOTLB_BLOCK_OF_ALL_PASIDS, 7, 1);

    assertEquals(2, meter.wholeCommands());
    assertEquals(3, meter.iotlbCommands());
    assertEquals(2, meter.deviceTlbCommands());
    assertEquals(1, meter.coveredPages());
  }

  @Test
  void afterAResetNothingHasBeenMeasured() {
    block(0, 1, 1);
    tell(0, CommandKind.IOTLB_WHOLE, 0, 1);
    tell(0, CommandKind.DEVICE_TLB, 0, 1);

    meter.reset();

    assertEquals(0, meter.coveredPages());
    assertEquals(0, meter.iotlbCommands());
    assertEquals(0, meter.wholeCommands());
    assertEquals(0, meter.deviceTlbCommands());
  }

  @Test
  void moreThanCanBeCountedIsSaidAsTheMost() {
    CoverageMeter huge =
        new CoverageMeter(
            IOMMUS,
            new CommandDecoder() {
              @Override
              public void decode(long word0, long word1, Command into) {
                into.set(CommandKind.IOTLB_BLOCK, -1, 1, -1);
                into.pages = Long.MAX_VALUE;
              }
            });
    huge.execute(0, new long[2], 1, true);
    huge.execute(1, new long[2], 1, true);
    assertEquals(Long.MAX_VALUE, huge.coveredPages());
  }

  @Test
  void anyBlocksInAnyOrderCoverTheUnionOfTheirPages() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      meter.reset();
      Set<Long> pages = new TreeSet<>();
      int blocks = 1 + random.nextInt(40);
      for (int i = 0; i < blocks; i++) {
        long first = random.nextInt(300);
        long count = 1 + random.nextInt(20);
        block(0, first, count);
        for (long page = first; page < first + count; page++) {
          pages.add(page);
        }
      }
      assertEquals(pages.size(), meter.coveredPages(), "seed " + seed);
    }
  }
}
