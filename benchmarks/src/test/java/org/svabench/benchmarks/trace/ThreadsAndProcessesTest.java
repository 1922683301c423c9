package org.svabench.benchmarks.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.LineKind;

class ThreadsAndProcessesTest {
  private static final String MAP =
      "10 1.0 mmap(NULL, 65536, PROT_READ|PROT_WRITE, MAP_SHARED|MAP_ANONYMOUS, -1, 0) ="
          + " 0x7f0000000000";
  private static final String THREAD_FLAGS =
      "flags=CLONE_VM|CLONE_FS|CLONE_FILES|CLONE_SIGHAND|CLONE_THREAD|CLONE_SETTLS";

  @Test
  void aThreadActsOnTheMmOfItsProcess() {
    Notifications threads =
        Notifications.of(
            MAP,
            "10 1.1 clone3({" + THREAD_FLAGS + ", stack=0x1} => {parent_tid=[11]}, 88) = 11",
            "11 1.2 munmap(0x7f0000000000, 4096) = 0",
            "11 1.3 +++ exited with 0 +++",
            "10 1.4 munmap(0x7f0000001000, 4096) = 0");
    assertEquals(
        List.of("0 7f0000000000-7f0000001000 MUNMAP", "0 7f0000001000-7f0000002000 MUNMAP"),
        threads.ranges);
    assertEquals(List.of("mm 0 pid 10 "), threads.spaces);
  }

  @Test
  void aForkInvalidatesAllOfTheParentAndTheChildHasItsOwnMm() {
    Notifications forked =
        Notifications.of(
            MAP,
            "10 1.1 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD) = 11",
            "11 1.2 munmap(0x7f0000000000, 65536) = 0",
            "10 1.3 munmap(0x7f0000000000, 65536) = 0",
            "11 1.4 +++ exited with 0 +++");
    assertEquals(
        List.of(
            "0 everything FORK",
            "1 7f0000000000-7f0000010000 MUNMAP",
            "0 7f0000000000-7f0000010000 MUNMAP"),
        forked.ranges);
    assertEquals(List.of("mm 0 pid 10 ", "mm 1 pid 11  from 0", "exit 1"), forked.spaces);
  }

  @Test
  void aChildMayAppearBeforeTheForkReturns() {
    Notifications early =
        Notifications.of(
            MAP,
            "10 1.1 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLD <unfinished ...>",
            "11 1.2 munmap(0x7f0000000000, 65536) = 0",
            "10 1.3 <... clone resumed>, child_tidptr=0x7f01) = 11",
            "10 1.4 munmap(0x7f0000000000, 65536) = 0");
    assertEquals(
        List.of(
            "1 7f0000000000-7f0000010000 MUNMAP",
            "0 everything FORK",
            "0 7f0000000000-7f0000010000 MUNMAP"),
        early.ranges);
  }

  @Test
  void childrenOfTwoForksInFlightMayAppearInTheOtherOrder() {
    Notifications crossed =
        Notifications.of(
            MAP,
            "10 1.1 clone3({" + THREAD_FLAGS + "} => {parent_tid=[11]}, 88) = 11",
            "10 1.2 fork( <unfinished ...>",
            "11 1.2 clone3({" + THREAD_FLAGS + "} <unfinished ...>",
            "20 1.3 madvise(0x7f0000000000, 4096, MADV_DONTNEED) = 0",
            "21 1.3 brk(NULL) = 0x55d000000000",
            "11 1.4 <... clone3 resumed> => {parent_tid=[20]}, 88) = 20",
            "10 1.4 <... fork resumed>) = 21",
            "20 1.5 madvise(0x7f0000001000, 4096, MADV_DONTNEED) = 0",
            "21 1.5 madvise(0x7f0000002000, 4096, MADV_DONTNEED) = 0");
    assertTrue(crossed.ranges.contains("0 7f0000001000-7f0000002000 MADVISE"));
    assertTrue(crossed.ranges.contains("1 7f0000002000-7f0000003000 MADVISE"));
  }

  @Test
  void aVforkedChildSharesTheMmUntilItExecutes() {
    Notifications vforked =
        Notifications.of(
            MAP,
            "10 1.1 vfork( <unfinished ...>",
            "11 1.2 madvise(0x7f0000000000, 4096, MADV_DONTNEED) = 0",
            "11 1.3 execve(\"/usr/bin/prog\", [\"prog\"], 0x7ff /* 3 vars */) = 0",
            "10 1.3 <... vfork resumed>) = 11",
            "11 1.4 munmap(0x7f0000000000, 65536) = 0",
            "11 1.5 exit_group(0) = ?",
            "11 1.6 +++ exited with 0 +++",
            "10 1.7 munmap(0x7f0000000000, 65536) = 0");
    assertEquals(
        List.of(
            "0 7f0000000000-7f0000001000 MADVISE",
            "1 7f0000000000-7f0000010000 MUNMAP",
            "0 7f0000000000-7f0000010000 MUNMAP"),
        vforked.ranges);
    assertEquals(List.of("mm 0 pid 10 ", "mm 1 pid 11 prog", "exit 1"), vforked.spaces);
    assertEquals(1, vforked.counts.assumptions(Assumption.UNKNOWN_MAPPING));
  }

  @Test
  void theExecutionThatStartsTheTraceMakesItsFirstMm() {
    Notifications started =
        Notifications.of("10 1.0 execve(\"./prog\", [\"prog\"], NULL) = 0", MAP);
    assertEquals(List.of("mm 0 pid 10 prog"), started.spaces);
  }

  @Test
  void anExecutionEndsTheOldMm() {
    Notifications replaced =
        Notifications.of(
            MAP,
            "10 1.1 execve(\"/bin/missing\", [\"x\"], NULL) = -1 ENOENT (No such file or directory)",
            "10 1.2 execve(\"/bin/a-very-long-program-name\", [\"x\"], NULL) = 0",
            "10 1.3 munmap(0x7f0000000000, 65536) = 0");
    assertEquals(List.of("mm 0 pid 10 ", "exit 0", "mm 1 pid 10 a-very-long-pro"), replaced.spaces);
    assertEquals(List.of("1 7f0000000000-7f0000010000 MUNMAP"), replaced.ranges);
  }

  @Test
  void aThreadThatExecutesTakesTheProcessOver() {
    Notifications taken =
        Notifications.of(
            MAP,
            "10 1.1 clone3({" + THREAD_FLAGS + "} => {parent_tid=[11]}, 88) = 11",
            "11 1.2 execve(\"/bin/next\", [\"x\"], NULL <unfinished ...>",
            "10 1.3 +++ superseded by execve in pid 11 +++",
            "10 1.3 <... execve resumed>) = 0",
            "10 1.4 madvise(0x7f0000000000, 4096, MADV_DONTNEED) = 0",
            "10 1.5 +++ exited with 0 +++");
    assertEquals(List.of("mm 0 pid 10 ", "exit 0", "mm 1 pid 10 next", "exit 1"), taken.spaces);
    assertEquals(List.of("1 7f0000000000-7f0000001000 MADVISE"), taken.ranges);
  }

  @Test
  void theMmExitsWithItsLastThread() {
    Notifications ending =
        Notifications.of(
            MAP,
            "10 1.1 clone3({" + THREAD_FLAGS + "} => {parent_tid=[11]}, 88) = 11",
            "10 1.2 exit_group(0 <unfinished ...>",
            "11 1.3 munmap(0x7f0000000000, 4096) = 0",
            "10 1.4 <... exit_group resumed>) = ?",
            "11 1.5 +++ exited with 0 +++",
            "10 1.6 +++ exited with 0 +++");
    assertEquals(List.of("mm 0 pid 10 ", "exit 0"), ending.spaces);
    assertEquals(List.of("0 7f0000000000-7f0000001000 MUNMAP"), ending.ranges);
    assertEquals(1_600_000_000L, ending.times.get(ending.times.size() - 1));
  }

  @Test
  void exitGroupEndsTheMmWhereTheTraceHidesEndsOfThreads() {
    Notifications quiet = Notifications.of(MAP, "10 1.2 exit_group(0) = ?");
    assertEquals(List.of("mm 0 pid 10 ", "exit 0"), quiet.spaces);
  }

  @Test
  void anUnfinishedCallIsJoinedWithItsReturn() {
    Notifications joined =
        Notifications.of(
            MAP,
            "10 1.1 clone3({" + THREAD_FLAGS + "} => {parent_tid=[11]}, 88) = 11",
            "10 1.2 munmap(0x7f0000000000, 8192 <unfinished ...>",
            "11 1.3 munmap(0x7f0000004000, 4096 <unfinished ...>",
            "10 1.4 <... munmap resumed>)            = 0 <0.000123>",
            "11 1.5 <... munmap resumed>)            = -1 EINVAL (Invalid argument) <0.000023>");
    assertEquals(List.of("0 7f0000000000-7f0000002000 MUNMAP"), joined.ranges);
    assertEquals(2, joined.counts.lines(LineKind.CONTINUATION));
    assertEquals(1, joined.counts.failedCalls());
  }

  @Test
  void aReturnWithoutABeginningIsCountedByLine() {
    Notifications orphan = Notifications.of(MAP, "10 1.4 <... munmap resumed>) = 0");
    assertEquals(List.of(), orphan.ranges);
    assertEquals(1, orphan.counts.lines(LineKind.ORPHAN));
    assertEquals(2, orphan.counts.firstLine(LineKind.ORPHAN));
  }

  @Test
  void aThreadOfUnknownOriginIsTakenAsOneOfTheFirstProcess() {
    Notifications attached = Notifications.of(MAP, "17 1.1 munmap(0x7f0000000000, 65536) = 0");
    assertEquals(List.of("0 7f0000000000-7f0000010000 MUNMAP"), attached.ranges);
    assertEquals(1, attached.counts.assumptions(Assumption.UNKNOWN_THREAD));
  }

  @Test
  void theFormOfTheTerminalIsRead() {
    Notifications terminal =
        Notifications.of(
            "1.0 execve(\"/bin/sh\", [\"sh\"], NULL) = 0",
            "1.1 mmap(NULL, 8192, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000",
            "1.2 clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|SIGCHLDstrace: Process 11"
                + " attached",
            ", child_tidptr=0x7f) = 11",
            "[pid    10] 1.3 madvise(0x7f0000000000, 4096, MADV_DONTNEED <unfinished ...>",
            "[pid    11] 1.4 munmap(0x7f0000000000, 8192) = 0",
            "[pid    10] 1.5 <... madvise resumed>) = 0",
            "[pid    11] 1.6 exit_group(0)           = ?",
            "[pid    11] 1.7 +++ exited with 0 +++",
            "1.8 munmap(0x7f0000000000, 8192) = 0",
            "1.9 +++ exited with 0 +++");
    assertEquals(
        List.of(
            "0 everything FORK",
            "1 7f0000000000-7f0000002000 MUNMAP",
            "0 7f0000000000-7f0000001000 MADVISE",
            "0 7f0000000000-7f0000002000 MUNMAP"),
        terminal.ranges);
    assertEquals(
        List.of("mm 0 pid 0 sh", "mm 1 pid 11 sh from 0", "exit 1", "exit 0"), terminal.spaces);
    assertEquals(0, terminal.counts.lines(LineKind.MALFORMED));
  }

  @Test
  void aHoleReachesTheSharedViewsOfAChild() {
    Notifications shared =
        Notifications.of(
            "10 1.0 mmap(0x100000000, 8192, PROT_READ, MAP_SHARED, 4, 0) = 0x100000000",
            "10 1.1 fork() = 11",
            "11 1.2 fallocate(4, FALLOC_FL_KEEP_SIZE|FALLOC_FL_PUNCH_HOLE, 0, 4096) = 0");
    assertEquals(
        List.of(
            "0 everything FORK",
            "0 100000000-100001000 PUNCH_HOLE",
            "1 100000000-100001000 PUNCH_HOLE"),
        shared.ranges);
  }

  @Test
  void aCallInFlightWhenItsProcessEndsIsCountedOnce() {
    Notifications ended =
        Notifications.of(
            MAP,
            "10 1.1 clone3({" + THREAD_FLAGS + ", stack=0x1} => {parent_tid=[11]}, 88) = 11",
            "11 1.2 munmap(0x7f0000000000, 4096 <unfinished ...>",
            "10 1.3 exit_group(0) = ?");
    assertEquals(1, ended.counts.assumptions(Assumption.UNFINISHED));
    assertEquals(List.of("mm 0 pid 10 ", "exit 0"), ended.spaces);
  }
}
