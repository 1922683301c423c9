package org.svabench.benchmarks.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.benchmarks.trace.count.Assumption;

class CallsThatInvalidateTest {
  private static final String MAP =
      "10 1.000001 mmap(NULL, 65536, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) ="
          + " 0x7f0000000000";

  private static Notifications after(String... calls) {
    String[] lines = new String[calls.length + 1];
    lines[0] = MAP;
    for (int i = 0; i < calls.length; i++) {
      lines[i + 1] = "10 1.00001" + i + " " + calls[i];
    }
    return Notifications.of(lines);
  }

  private static void assertNotified(Notifications notifications, String... expected) {
    assertEquals(List.of(expected), notifications.ranges);
  }

  @Test
  void aNewMappingInvalidatesNothing() {
    assertNotified(after());
  }

  @Test
  void munmapInvalidatesWhatWasMapped() {
    assertNotified(after("munmap(0x7f0000004000, 8192) = 0"), "0 7f0000004000-7f0000006000 MUNMAP");
  }

  @Test
  void aLengthIsRoundedUpToPages() {
    assertNotified(after("munmap(0x7f0000004000, 1) = 0"), "0 7f0000004000-7f0000005000 MUNMAP");
  }

  @Test
  void munmapOfWhatIsAlreadyFreeInvalidatesNothing() {
    Notifications twice =
        after("munmap(0x7f0000000000, 65536) = 0", "munmap(0x7f0000000000, 65536) = 0");
    assertNotified(twice, "0 7f0000000000-7f0000010000 MUNMAP");
  }

  @Test
  void munmapOverAHoleReachesFromTheFirstToTheLastMapping() {
    Notifications holed =
        after(
            "munmap(0x7f0000000000, 4096) = 0",
            "munmap(0x7f0000004000, 4096) = 0",
            "munmap(0x7f000000f000, 4096) = 0",
            "munmap(0x7f0000000000, 65536) = 0");
    assertEquals("0 7f0000001000-7f000000f000 MUNMAP", holed.ranges.get(3));
  }

  @Test
  void munmapOfARangeNeverSeenCountsAsAnAssumption() {
    Notifications unknown = after("munmap(0x7e0000000000, 4096) = 0");
    assertNotified(unknown, "0 7e0000000000-7e0000001000 MUNMAP");
    assertEquals(1, unknown.counts.assumptions(Assumption.UNKNOWN_MAPPING));
  }

  @Test
  void aFailedCallDoesNothing() {
    Notifications failed =
        after(
            "munmap(0x7f0000000000, 65536) = -1 EINVAL (Invalid argument)",
            "madvise(0x7f0000000000, 4096, MADV_DONTNEED) = -1 ENOMEM (Cannot allocate memory)");
    assertNotified(failed);
    assertEquals(2, failed.counts.failedCalls());
  }

  @Test
  void mapFixedInvalidatesWhatItReplaces() {
    assertNotified(
        after(
            "mmap(0x7f0000008000, 65536, PROT_NONE,"
                + " MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS|MAP_NORESERVE, -1, 0) = 0x7f0000008000",
            "munmap(0x7f0000010000, 32768) = 0"),
        "0 7f0000008000-7f0000018000 MMAP_FIXED",
        "0 7f0000010000-7f0000018000 MUNMAP");
  }

  @Test
  void mapFixedOverFreeSpaceInvalidatesNothing() {
    assertNotified(
        after(
            "munmap(0x7f0000000000, 65536) = 0",
            "mmap(0x7f0000000000, 4096, PROT_READ, MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS, -1, 0) ="
                + " 0x7f0000000000"),
        "0 7f0000000000-7f0000010000 MUNMAP");
  }

  @Test
  void mapFixedNoReplaceInvalidatesNothing() {
    assertNotified(
        after(
            "mmap(0x7f0000020000, 4096, PROT_READ,"
                + " MAP_PRIVATE|MAP_ANONYMOUS|MAP_FIXED_NOREPLACE, -1, 0) = 0x7f0000020000"));
  }

  @Test
  void aReservationThatWasNeverAccessibleIsCountedAndSaid() {
    Notifications reserved =
        after(
            "mmap(NULL, 8192, PROT_NONE, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000100000",
            "munmap(0x7f0000100000, 8192) = 0");
    assertNotified(reserved, "0 7f0000100000-7f0000102000 MUNMAP");
    assertEquals(1, reserved.counts.assumptions(Assumption.NEVER_ACCESSIBLE));
  }

  @Test
  void mprotectInvalidatesOnlyWhereRightsAreTakenAway() {
    assertNotified(
        after(
            "mprotect(0x7f0000000000, 8192, PROT_READ) = 0",
            "mprotect(0x7f0000000000, 8192, PROT_READ|PROT_WRITE) = 0",
            "mprotect(0x7f0000000000, 8192, PROT_READ|PROT_WRITE) = 0",
            "mprotect(0x7f0000000000, 8192, PROT_READ|PROT_WRITE|PROT_EXEC) = 0",
            "mprotect(0x7f0000000000, 65536, PROT_READ|PROT_WRITE) = 0"),
        "0 7f0000000000-7f0000002000 MPROTECT",
        "0 7f0000000000-7f0000002000 MPROTECT");
  }

  @Test
  void mprotectOfAMappingNeverSeenCountsAsAnAssumption() {
    Notifications unknown =
        after(
            "mprotect(0x7e0000000000, 4096, PROT_READ|PROT_WRITE|PROT_EXEC) = 0",
            "mprotect(0x7e0000000000, 4096, PROT_READ|PROT_WRITE|PROT_EXEC) = 0");
    assertNotified(unknown, "0 7e0000000000-7e0000001000 MPROTECT");
    assertEquals(1, unknown.counts.assumptions(Assumption.UNKNOWN_RIGHTS));
  }

  @Test
  void adviceThatDropsPagesInvalidates() {
    assertNotified(
        after(
            "madvise(0x7f0000000000, 4096, MADV_DONTNEED) = 0",
            "madvise(0x7f0000001000, 4096, MADV_FREE) = 0",
            "madvise(0x7f0000002000, 4096, MADV_REMOVE) = 0",
            "madvise(0x7f0000003000, 4096, MADV_HUGEPAGE) = 0",
            "madvise(0x7f0000003000, 4096, MADV_DONTFORK) = 0"),
        "0 7f0000000000-7f0000001000 MADVISE",
        "0 7f0000001000-7f0000002000 MADVISE",
        "0 7f0000002000-7f0000003000 MADVISE");
  }

  @Test
  void adviceOnReclaimIsSeenButUnknown() {
    Notifications cold =
        after(
            "madvise(0x7f0000000000, 4096, MADV_COLD) = 0",
            "madvise(0x7f0000000000, 4096, MADV_PAGEOUT) = 0");
    assertNotified(cold);
    assertEquals(2, cold.counts.assumptions(Assumption.SEEN_BUT_UNKNOWN));
  }

  @Test
  void theHeapInvalidatesWhenItShrinks() {
    assertNotified(
        after(
            "brk(NULL) = 0x55d000000000",
            "brk(0x55d000021000) = 0x55d000021000",
            "brk(0x55d000042000) = 0x55d000042000",
            "brk(0x55d000010800) = 0x55d000010800",
            "brk(0x55d000010900) = 0x55d000010900"),
        "0 55d000011000-55d000042000 BRK");
  }

  @Test
  void aHeapThatCouldNotMoveInvalidatesNothing() {
    Notifications refused =
        after(
            "brk(NULL) = 0x55d000000000",
            "brk(0x55d000021000) = 0x55d000021000",
            "brk(0x55cfff000000) = 0x55d000021000");
    assertNotified(refused);
    assertEquals(1, refused.counts.failedCalls());
  }

  @Test
  void mremapInvalidatesTheTailWhenItShrinks() {
    assertNotified(
        after("mremap(0x7f0000000000, 65536, 16384, MREMAP_MAYMOVE) = 0x7f0000000000"),
        "0 7f0000004000-7f0000010000 MREMAP");
  }

  @Test
  void mremapInvalidatesTheOldPlaceWhenItMoves() {
    assertNotified(
        after(
            "mremap(0x7f0000000000, 65536, 131072, MREMAP_MAYMOVE) = 0x7f1000000000",
            "munmap(0x7f0000000000, 65536) = 0",
            "munmap(0x7f1000000000, 131072) = 0"),
        "0 7f0000000000-7f0000010000 MREMAP",
        "0 7f1000000000-7f1000020000 MUNMAP");
  }

  @Test
  void mremapThatGrowsInPlaceInvalidatesNothing() {
    assertNotified(after("mremap(0x7f0000000000, 65536, 131072, MREMAP_MAYMOVE) = 0x7f0000000000"));
  }

  @Test
  void aPunchedHoleInvalidatesEverySharedViewOfTheFile() {
    assertNotified(
        after(
            "mmap(0x100000000, 1048576, PROT_READ, MAP_SHARED, 4, 0) = 0x100000000",
            "mmap(0x200000000, 1048576, PROT_READ, MAP_SHARED, 4, 0x80000) = 0x200000000",
            "mmap(0x300000000, 1048576, PROT_READ, MAP_PRIVATE, 4, 0) = 0x300000000",
            "mmap(0x400000000, 1048576, PROT_READ, MAP_SHARED, 5, 0) = 0x400000000",
            "fallocate(4, FALLOC_FL_KEEP_SIZE|FALLOC_FL_PUNCH_HOLE, 524288, 8192) = 0",
            "munmap(0x100000000, 1048576) = 0",
            "fallocate(4, FALLOC_FL_KEEP_SIZE|FALLOC_FL_PUNCH_HOLE, 524288, 8192) = 0",
            "fallocate(4, 0, 524288, 8192) = 0"),
        "0 100080000-100082000 PUNCH_HOLE",
        "0 200000000-200002000 PUNCH_HOLE",
        "0 100000000-100100000 MUNMAP",
        "0 200000000-200002000 PUNCH_HOLE");
  }

  @Test
  void viewsMappedPieceByPieceAreOneViewWhereTheKernelMergesThem() {
    assertNotified(
        after(
            "mmap(0x100000000, 8192, PROT_READ, MAP_SHARED|MAP_FIXED_NOREPLACE, 4, 0) ="
                + " 0x100000000",
            "mmap(0x100002000, 8192, PROT_READ, MAP_SHARED|MAP_FIXED_NOREPLACE, 4, 0x2000) ="
                + " 0x100002000",
            "mmap(0x100004000, 8192, PROT_READ, MAP_SHARED|MAP_FIXED_NOREPLACE, 4, 0x6000) ="
                + " 0x100004000",
            "fallocate(4, FALLOC_FL_PUNCH_HOLE|FALLOC_FL_KEEP_SIZE, 0, 65536) = 0"),
        "0 100000000-100004000 PUNCH_HOLE",
        "0 100004000-100006000 PUNCH_HOLE");
  }

  @Test
  void aClosedDescriptorIsAnotherFileWhenItIsUsedAgain() {
    assertNotified(
        after(
            "memfd_create(\"heap\", MFD_CLOEXEC) = 4",
            "mmap(0x100000000, 1048576, PROT_READ, MAP_SHARED, 4, 0) = 0x100000000",
            "dup(4) = 7",
            "close(4) = 0",
            "openat(AT_FDCWD, \"/tmp/x\", O_RDWR) = 4",
            "fallocate(4, FALLOC_FL_KEEP_SIZE|FALLOC_FL_PUNCH_HOLE, 0, 8192) = 0",
            "fallocate(7, FALLOC_FL_KEEP_SIZE|FALLOC_FL_PUNCH_HOLE, 0, 8192) = 0"),
        "0 100000000-100002000 PUNCH_HOLE");
  }

  @Test
  void aPathBehindTheDescriptorTellsFilesApart() {
    assertNotified(
        after(
            "mmap(0x100000000, 8192, PROT_READ, MAP_SHARED, 4</memfd:a, b (deleted)>, 0) ="
                + " 0x100000000",
            "fallocate(4</tmp/other>, FALLOC_FL_PUNCH_HOLE, 0, 8192) = 0",
            "mmap(0x200000000, 8192, PROT_READ, MAP_SHARED, 4</tmp/other>, 0) = 0x200000000",
            "fallocate(4</tmp/other>, FALLOC_FL_PUNCH_HOLE, 0, 8192) = 0"),
        "0 200000000-200002000 PUNCH_HOLE");
  }

  @Test
  void removingPagesOfASharedMappingPunchesItsFile() {
    assertNotified(
        after(
            "mmap(0x100000000, 8192, PROT_READ, MAP_SHARED, 4, 0) = 0x100000000",
            "mmap(0x200000000, 8192, PROT_READ, MAP_SHARED, 4, 0) = 0x200000000",
            "madvise(0x100001000, 4096, MADV_REMOVE) = 0"),
        "0 100001000-100002000 MADVISE",
        "0 200001000-200002000 MADVISE");
  }

  @Test
  void hugePagesGiveALargerStride() {
    assertNotified(
        after(
            "mmap(NULL, 4194304, PROT_READ|PROT_WRITE,"
                + " MAP_PRIVATE|MAP_ANONYMOUS|MAP_HUGETLB|21<<MAP_HUGE_SHIFT, -1, 0) ="
                + " 0x7f2000000000",
            "munmap(0x7f2000000000, 4194304) = 0"),
        "0 7f2000000000-7f2000400000/21 MUNMAP");
  }

  @Test
  void aCallThatNeverReturnsDoesNothing() {
    Notifications dying = after("munmap(0x7f0000000000, 65536 <unfinished ...>");
    assertNotified(dying);
    assertEquals(1, dying.counts.assumptions(Assumption.UNFINISHED));
    Notifications died = after("munmap(0x7f0000000000, 65536) = ?");
    assertNotified(died);
    assertEquals(1, died.counts.assumptions(Assumption.UNFINISHED));
  }
}
