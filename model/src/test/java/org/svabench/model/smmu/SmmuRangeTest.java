package org.svabench.model.smmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.svabench.model.Quirk;
import org.svabench.model.Rig;
import org.svabench.model.TestTopologies;
import org.svabench.model.queue.CoverageMeter;

class SmmuRangeTest {
  private static final long SEED = 0x5aba_0006_0002L;

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 1",
    "3, 1",
    "16, 1",
    "32, 1",
    "33, 1",
    "64, 1",
    "100, 1",
    "512, 1",
    "65, 2",
    "511, 2",
    "513, 2",
    "1000, 2",
    "1023, 2",
    "4095, 3",
    "262143, 4",
  })
  void rangeInvalidationSplitsARangeIntoFewCommands(long pages, int commands) {
    Rig rig = Rig.of(TestTopologies.rangeInvalidation(1, false), "smmu-6.11").bound();
    assertEquals(commands + " / 1", rig.invalidatePages(0x40000000L, pages).counts());
  }

  @Test
  void theLowestCommandsComeFirstAndOddOnesCoverAPageMore() {
    Rig rig = Rig.of(TestTopologies.rangeInvalidation(1, false), "smmu-invs").bound();
    rig.invalidatePages(0x10000, 1).invalidatePages(0x10000, 33).invalidatePages(0x10000, 1023);
    assertEquals(
        List.of(
            "0 iotlb 1 10000+2",
            "0 wait",
            "0 iotlb 1 10000+34",
            "0 wait",
            "0 iotlb 1 10000+31",
            "0 iotlb 1 2f000+992",
            "0 wait"),
        rig.log.take());
  }

  @Test
  void withRangeInvalidationOnlyTheWholeAddressSpaceGoesByAsid() {
    assertFalse(SmmuRange.isWhole(true, 0, 1L << 47));
    assertTrue(SmmuRange.isWhole(true, 0, -1L));
    assertTrue(SmmuRange.isWhole(true, 0x1000, -1L & -1L << 12), "more than a scale can say");
  }

  @Test
  void withoutRangeInvalidation512PagesGoByAsid() {
    assertFalse(SmmuRange.isWhole(false, 0x1000, 0x1000 + 511 * Rig.PAGE));
    assertTrue(SmmuRange.isWhole(false, 0x1000, 0x1000 + 512 * Rig.PAGE));
    assertTrue(SmmuRange.isWhole(false, 0, -1L));
    assertTrue(SmmuRange.isWhole(false, 0x1000, 0x1000), "an empty range");
  }

  @Test
  void everySplitCoversItsRangeAndAtMostOnePageMore() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200_000; i++) {
      long pages = random.nextLong(1L << random.nextInt(1, 36)) + 1;
      long left = SmmuRange.pagesCovered(pages);
      assertTrue(left == pages || left == pages + 1);
      int commands = 0;
      int lastScale = -1;
      while (left != 0) {
        int scale = SmmuRange.scale(left);
        int num = SmmuRange.num(left, scale);
        assertTrue(num >= 1 && num <= 31 && scale > lastScale, "seed " + SEED + " pages " + pages);
        assertTrue(num > 1 || scale > 0, "num, scale and level hint 0: seed " + SEED);
        left -= (long) num << scale;
        assertTrue(left >= 0);
        lastScale = scale;
        commands++;
      }
      assertTrue(commands <= 8);
    }
  }

  @Test
  void theBlockOfADeviceIsTheSmallestThatHoldsTheRange() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200_000; i++) {
      long first = random.nextLong(1L << random.nextInt(1, 36));
      long last = first + random.nextLong(1L << random.nextInt(1, 20));
      int order = 0;
      while (first >>> order != last >>> order) {
        order++;
      }
      long word = SmmuRange.atcAddress(first << 12, last + 1 << 12);
      assertEquals(first >>> order << order + 12 | order, word, "seed " + SEED);
    }
    assertEquals(52, SmmuRange.atcAddress(0, -1L));
  }

  @Test
  void aBatchIsIssuedWithoutSyncWhenA65thCommandIsAdded() {
    Rig rig = Rig.of(TestTopologies.units(1, 1, false), "smmu-6.11").bound();
    assertEquals("64 / 1", rig.invalidatePages(0x1000, 64).counts());
    List<String> log = rig.log.take();
    assertEquals("0 wait", log.get(64));
    long before = rig.machine.submissions();
    rig.invalidatePages(0x1000, 65);
    assertEquals(2, rig.machine.submissions() - before, "64, then 1 with the SYNC");
    before = rig.machine.submissions();
    rig.restart();
    assertEquals("511 / 1", rig.invalidatePages(0x1000, 511).counts());
    assertEquals(8, rig.machine.submissions() - before, "7 of 64, then 63 with the SYNC");
    log = rig.log.take();
    assertEquals(512, log.size());
    assertEquals("0 iotlb 1 1ff000+1", log.get(510));
    assertEquals("0 wait", log.get(511));
  }

  @Test
  void aLargeRangeTellsDevicesByPasidUpTo70AndByBlockFromTheArrayOn() {
    long start = 0x201000;
    for (String design : List.of("smmu-6.6", "smmu-6.11")) {
      Rig rig = Rig.of(TestTopologies.units(1, 1, true), design).bound();
      assertEquals(
          List.of("0 iotlb 1 all", "0 wait", "0 devtlb 100/1 all", "0 wait"),
          rig.invalidatePages(start, 512).log.take());
    }
    Rig rig = Rig.of(TestTopologies.units(1, 1, true), "smmu-invs").bound();
    assertEquals(
        List.of("0 iotlb 1 all", "0 wait", "0 devtlb 100/1 0+2048", "0 wait"),
        rig.invalidatePages(start, 512).log.take());
    assertEquals(
        List.of("0 iotlb 1 all", "0 wait", "0 devtlb 100/1 all", "0 wait"),
        rig.invalidateAll().log.take());
  }

  @Test
  void theEmptyRangeDefectTurnsEveryRangeIntoEverything() {
    for (String design : List.of("smmu-6.6", "smmu-6.11", "smmu-invs")) {
      Rig rig = Rig.of(TestTopologies.units(1, 1, true), design, Quirk.EMPTY_RANGE).bound();
      assertEquals(
          List.of("0 iotlb 1 all", "0 wait", "0 devtlb 100/1 all", "0 wait"),
          rig.invalidatePages(0x8000, 4).log.take(),
          design);
    }
  }

  @Test
  void theDoubledTlbiErratumRepeatsTheSequenceWithItsSync() {
    for (String design : List.of("smmu-6.6", "smmu-6.11", "smmu-invs")) {
      Rig rig = Rig.of(TestTopologies.units(1, 2, true), design, Quirk.DOUBLED_TLBI);
      assertEquals(0, rig.bind(0));
      rig.restart();
      assertEquals(
          List.of(
              "0 iotlb 1 8000+1",
              "0 iotlb 1 9000+1",
              "0 wait",
              "0 iotlb 1 8000+1",
              "0 iotlb 1 9000+1",
              "0 wait",
              "0 devtlb 100/1 8000+2",
              "0 wait"),
          rig.invalidatePages(0x8000, 2).log.take(),
          design);
    }
  }

  @Test
  void coverageCountsAPageOnceHoweverManyNotifiersNameIt() {
    CoverageMeter meter = new CoverageMeter(1, new SmmuDecoder());
    long[] words = new long[2];
    for (int notifier = 0; notifier < 4; notifier++) {
      for (int page = 0; page < 300; page++) {
        words[0] = SmmuCommand.tlbiPage(1);
        words[1] = 0x1000L + notifier * 100 + page << 12;
        meter.execute(0, words, 1, false);
      }
    }
    assertEquals(600, meter.coveredPages());
    assertEquals(1200, meter.iotlbCommands());
  }
}
