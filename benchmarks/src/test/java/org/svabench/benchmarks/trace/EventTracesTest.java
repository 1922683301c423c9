package org.svabench.benchmarks.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.LineKind;

class EventTracesTest {
  private static final String PERF = "         python3 17004 [000]  1352.2976";

  private static String perf(int last, String event) {
    return PERF + last + ":   " + event;
  }

  @Test
  void aCallKnownByItsEntryHasAnUnknownResult() {
    Notifications entered =
        Notifications.of(
            perf(48, "syscalls:sys_enter_munmap: addr: 0x7f93cba00000, len: 0x00400000"));
    assertEquals(List.of("0 7f93cba00000-7f93cbe00000 MUNMAP"), entered.ranges);
    assertEquals(List.of("mm 0 pid 17004 python3"), entered.spaces);
    assertEquals(1, entered.counts.assumptions(Assumption.RESULT_UNKNOWN));
    assertEquals(List.of(1_352_297_648_000L), entered.times.subList(0, 1));
  }

  @Test
  void anExitEventGivesTheResult() {
    Notifications both =
        Notifications.of(
            perf(
                41,
                "syscalls:sys_enter_mmap: addr: 0x00000000, len: 0x00002000, prot: 0x00000003,"
                    + " flags: 0x00000022, fd: 0xffffffff, off: 0x00000000"),
            perf(42, "syscalls:sys_exit_mmap: 0x7f93cba00000"),
            perf(43, "syscalls:sys_enter_munmap: addr: 0x7f93cba00000, len: 0x00002000"),
            perf(44, "syscalls:sys_exit_munmap: 0xffffffffffffffea"),
            perf(45, "syscalls:sys_enter_munmap: addr: 0x7f93cba00000, len: 0x00002000"),
            perf(46, "syscalls:sys_exit_munmap: 0x0"),
            perf(47, "syscalls:sys_enter_munmap: addr: 0x7f93cba00000, len: 0x00002000"),
            perf(48, "syscalls:sys_exit_munmap: 0x0"));
    assertEquals(List.of("0 7f93cba00000-7f93cba02000 MUNMAP"), both.ranges);
    assertEquals(1, both.counts.failedCalls());
    assertEquals(0, both.counts.assumptions(Assumption.RESULT_UNKNOWN));
    assertEquals(4, both.counts.lines(LineKind.CONTINUATION));
  }

  @Test
  void ftraceTextIsRead() {
    Notifications ftrace =
        Notifications.of(
            "# tracer: nop",
            "#",
            "         python3-15805   [000] .....  1929.331369: sys_munmap(addr: 0x7fbb1d55e000,"
                + " len: 0x8823)",
            "         python3-15805   [000] .....  1929.331370: sys_munmap -> 0x0",
            "   GC Thread#0-15806   (  15805) [001] .....  1929.331371: sys_madvise(start:"
                + " 0x7fbb1d000000, len_in: 0x1000, behavior: 4)",
            "   GC Thread#0-15806   (-------) [001] .....  1929.331372: sys_madvise -> 0x0",
            "CPU:1 [LOST 17 EVENTS]",
            "            bash-17063   [001] .....  1954.437537: mmap_lock_acquire_returned:"
                + " mm=000000002e2a9170 memcg_id=5018 write=false success=true");
    assertEquals(
        List.of("0 7fbb1d55e000-7fbb1d567000 MUNMAP", "0 7fbb1d000000-7fbb1d001000 MADVISE"),
        ftrace.ranges);
    assertEquals(17, ftrace.counts.assumptions(Assumption.LOST));
    assertEquals(1, ftrace.counts.lines(LineKind.LOST));
    assertEquals(2, ftrace.counts.lines(LineKind.COMMENT));
    assertEquals(Map.of("mmap_lock_acquire_returned", 1L), ftrace.counts.byName(false));
  }

  @Test
  void processIdsTellProcessesApart() {
    Notifications several =
        Notifications.of(
            " java 10/10 [000] 1.000001: syscalls:sys_enter_munmap: addr: 0x1000, len: 0x1000",
            " G1 Main 10/11 [000] 1.000002: syscalls:sys_enter_munmap: addr: 0x2000, len: 0x1000",
            " tar [x] 20/20 [001] 1.000003: syscalls:sys_enter_munmap: addr: 0x1000, len: 0x1000");
    assertEquals(
        List.of("0 1000-2000 MUNMAP", "0 2000-3000 MUNMAP", "1 1000-2000 MUNMAP"), several.ranges);
    assertEquals(List.of("mm 0 pid 10 java", "mm 1 pid 20 tar [x]"), several.spaces);
    assertEquals(0, several.counts.assumptions(Assumption.UNKNOWN_THREAD));
  }

  @Test
  void flushEventsAreTheNotificationsAndCallsAreInformative() {
    Notifications flushed =
        Notifications.of(
            perf(41, "syscalls:sys_enter_munmap: addr: 0x7f93cba00000, len: 0x00400000"),
            perf(42, "tlb:tlb_flush: pages:3 reason:local MM shootdown (3)"),
            perf(43, "syscalls:sys_enter_munmap: addr: 0x7f93cba00000, len: 0x00400000"),
            perf(44, "tlb:tlb_flush: pages:-1 reason:local MM shootdown (3)"));
    assertEquals(List.of("0 3 pages", "0 everything FLUSH"), flushed.ranges);
    assertEquals(2, flushed.counts.informativeCalls());
    assertEquals(2, flushed.counts.notifications());
    assertEquals(0, flushed.counts.assumptions(Assumption.RESULT_UNKNOWN));
    assertEquals(1, flushed.counts.assumptions(Assumption.FLUSH_WITHOUT_RANGE));
  }

  @Test
  void aFlushSentToOtherProcessorsAndDoneHereIsOne() {
    Notifications flushed =
        Notifications.of(
            perf(41, "tlb:tlb_flush: pages:1 reason:remote IPI send (4)"),
            perf(42, "tlb:tlb_flush: pages:1 reason:remote shootdown (1)"),
            perf(43, "tlb:tlb_flush: pages:1 reason:local MM shootdown (3)"),
            perf(44, "tlb:tlb_flush: pages:2 reason:local MM shootdown (3)"),
            perf(45, "tlb:tlb_flush: pages:3 reason:remote IPI send (4)"),
            perf(46, "tlb:tlb_flush: pages:4 reason:remote IPI send (4)"),
            perf(47, "tlb:tlb_flush: pages:-1 reason:flush on task switch (0)"),
            perf(48, "tlb:tlb_flush: pages:5 reason:local MM shootdown (3)"),
            perf(49, "tlb:tlb_flush: pages:0 reason:remote wrong CPU (5)"));
    assertEquals(
        List.of("0 1 pages", "0 2 pages", "0 3 pages", "0 4 pages", "0 5 pages"), flushed.ranges);
    assertEquals(4, flushed.counts.otherFlushes());
  }

  @Test
  void recordsOfThreadsTellAForkFromAThread() {
    Notifications records =
        Notifications.of(
            " a 10 [000] 1.000001: tlb:tlb_flush: pages:1 reason:local MM shootdown (3)",
            " a 10 [000] 1.000002: task:task_newtask: pid=11 comm=a clone_flags=3d0f00"
                + " oom_score_adj=0",
            " a 10 [000] 1.000003: task:task_newtask: pid=12 comm=a clone_flags=1200011"
                + " oom_score_adj=0",
            " b 11 [000] 1.000004: tlb:tlb_flush: pages:2 reason:local MM shootdown (3)",
            " a 12 [000] 1.000005: tlb:tlb_flush: pages:3 reason:local MM shootdown (3)",
            " a 12 [000] 1.000006: sched:sched_process_exec: filename=/bin/prog pid=12 old_pid=12",
            " prog 12 [000] 1.000007: tlb:tlb_flush: pages:4 reason:local MM shootdown (3)",
            " prog 12 [000] 1.000008: sched:sched_process_exit: comm=prog pid=12 prio=120");
    assertEquals(List.of("0 1 pages", "0 2 pages", "1 3 pages", "2 4 pages"), records.ranges);
    assertEquals(
        List.of("mm 0 pid 10 a", "mm 1 pid 12 a from 0", "exit 1", "mm 2 pid 12 prog", "exit 2"),
        records.spaces);
  }

  @Test
  void recordsThatPerfShowsOnDemandAreRead() {
    Notifications records =
        Notifications.of(
            " :-1 -1 [000] 0.000000: PERF_RECORD_FORK(10:11):(10:10)",
            " a 11 [000] 1.000001: syscalls:sys_enter_munmap: addr: 0x1000, len: 0x1000",
            " a 11 [000] 1.000002: PERF_RECORD_FORK(12:12):(10:11)",
            " a 12 [000] 1.000003: syscalls:sys_enter_munmap: addr: 0x2000, len: 0x1000",
            " a 12 [000] 1.000004: PERF_RECORD_COMM exec: prog:12/12",
            " a 12 [000] 1.000005: PERF_RECORD_EXIT(12:12):(10:11)",
            " a 11 [000] 1.000006: PERF_RECORD_LOST lost 3",
            " a 11 [000] 1.000007: PERF_RECORD_MMAP2 10/10: [0x1000]");
    assertEquals(
        List.of("0 1000-2000 MUNMAP", "0 everything FORK", "1 2000-3000 MUNMAP"), records.ranges);
    assertEquals(
        List.of("mm 0 pid 10 ", "mm 1 pid 12  from 0", "exit 1", "mm 2 pid 12 prog", "exit 2"),
        records.spaces);
    assertEquals(3, records.counts.assumptions(Assumption.LOST));
    assertEquals(4, records.counts.lines(LineKind.THREAD_RECORD));
  }

  @Test
  void eventsOfTheIdleTaskBelongToNoMm() {
    Notifications idle =
        Notifications.of(
            perf(41, "tlb:tlb_flush: pages:1 reason:local MM shootdown (3)"),
            "         swapper     0 [001]  1352.29765: tlb:tlb_flush: pages:1 reason:local MM"
                + " shootdown (3)");
    assertEquals(List.of("0 1 pages"), idle.ranges);
  }

  @Test
  void threadsGroupedByNameAreProcessesOfTheirOwn() {
    byte[] text =
        String.join(
                "\n",
                " a 10 [000] 1.000001: syscalls:sys_enter_munmap: addr: 0x1000, len: 0x1000",
                " b 11 [000] 1.000002: syscalls:sys_enter_munmap: addr: 0x2000, len: 0x1000",
                " a 12 [000] 1.000003: syscalls:sys_enter_munmap: addr: 0x3000, len: 0x1000")
            .getBytes(StandardCharsets.UTF_8);
    Notifications grouped =
        Notifications.read(TraceInput.of("test", -1, new ByteArrayInputStream(text)), true);
    assertEquals(
        List.of("0 1000-2000 MUNMAP", "1 2000-3000 MUNMAP", "0 3000-4000 MUNMAP"), grouped.ranges);
  }

  @Test
  void perfTraceIsRead() {
    Notifications traced =
        Notifications.of(
            "1351272.400 ( 0.030 ms): python3/17000 mmap(len: 4194304, prot: READ|WRITE, flags:"
                + " PRIVATE|ANONYMOUS)                 = 0x7f69de800000",
            "1351272.576 ( 0.856 ms): python3/17000 munmap(addr: 0x7f69de800000, len: 4096)"
                + "                            = 0",
            "1351272.577 ( 0.065 ms): python3/17000 mprotect(start: 0x7f69de801000, len: 4096,"
                + " prot: READ)                = 0",
            "1351272.578 ( 0.001 ms): python3/17000 mprotect(start: 0x7f69de802000, len: 4096)"
                + "                = 0",
            "1351272.579 (         ): GC Thread#0/17001 madvise(start: 0x7f69de803000, len_in:"
                + " 8192, behavior: MADV_DONTNEED) ...",
            "LOST 34 events!",
            "1351272.580 ( 0.058 ms): GC Thread#0/17001  ... [continued]: madvise())"
                + "                                          = 0",
            "         ? (         ): python3/17000  ... [continued]: munmap()) = 0",
            "1351272.581 ( 0.058 ms): python3/17000 munmap(addr: 0x7f69de800000, len: 4096) = -1"
                + " EINVAL (Invalid argument)",
            "1351272.582 ( 0.058 ms): python3/17000 futex(uaddr: 0x1) = 0");
    assertEquals(
        List.of(
            "0 7f69de800000-7f69de801000 MUNMAP",
            "0 7f69de801000-7f69de802000 MPROTECT",
            "0 7f69de802000-7f69de803000 MPROTECT",
            "0 7f69de803000-7f69de805000 MADVISE"),
        traced.ranges);
    assertEquals("perf trace", traced.format);
    assertEquals(34, traced.counts.assumptions(Assumption.LOST));
    assertEquals(1, traced.counts.lines(LineKind.ORPHAN));
    assertEquals(1, traced.counts.failedCalls());
    assertEquals(1_351_272_400_000L, traced.times.get(0));
  }

  @Test
  void aTableOfOnesOwnIsRead() {
    Notifications table =
        Notifications.of(
            "nsecs\tpid\ttid\tcomm\top\tstart\tlen\tflags",
            "100\t10\t10\tmy prog\tmmap\t0x7f0000000000\t65536\tPROT_READ|MAP_PRIVATE",
            "101\t10\t11\tmy prog\tmunmap\t0x7f0000000000\t4096\t-",
            "102\t10\t10\tmy prog\tmadvise\t0x7f0000001000\t4096\tMADV_DONTNEED",
            "103\t10\t10\tmy prog\tmadvise\t0x7f0000001000\t4096\t0",
            "104\t10\t10\tmy prog\tmprotect\t0x7f0000002000\t4096\tPROT_NONE",
            "105\t10\t10\tmy prog\tfork\t20\t0\t",
            "106\t20\t20\tmy prog\tmunmap\t0x7f0000003000\t0x1000\t-",
            "107\t20\t20\tother\texec\t0\t0\t-",
            "108\t20\t20\tother\texit\t0\t0\t-",
            "109\t10\t10\tmy prog\tmremap\t0x7f0000004000\t8192\t-",
            "110\t10\t10\tmy prog\twrite\t1\t2\t-",
            "111\t10\tten\tmy prog\tmunmap\t0x7f0000003000\t0x1000\t-");
    assertEquals(
        List.of(
            "0 7f0000000000-7f0000001000 MUNMAP",
            "0 7f0000001000-7f0000002000 MADVISE",
            "0 7f0000002000-7f0000003000 MPROTECT",
            "0 everything FORK",
            "1 7f0000003000-7f0000004000 MUNMAP",
            "0 7f0000004000-7f0000006000 MREMAP"),
        table.ranges);
    assertEquals(
        List.of(
            "mm 0 pid 10 my prog",
            "mm 1 pid 20 my prog from 0",
            "exit 1",
            "mm 2 pid 20 other",
            "exit 2"),
        table.spaces);
    assertEquals(1, table.counts.lines(LineKind.MALFORMED));
  }

  @Test
  void rangesThatTheKernelFlushedAreTakenAsTheyAre() {
    Notifications table =
        Notifications.of(
            "nsecs pid tid comm op start len flags",
            "100 10 10 prog munmap 0x7f0000000000 4096 -",
            "101 10 10 prog flush 0x7f0000000000 4096 12",
            "102 10 10 prog flush 0x7f0000000000 0x200000 21",
            "103 10 10 prog flush 0 0xffffffffffffffff 12");
    assertEquals(
        List.of(
            "0 7f0000000000-7f0000001000 FLUSH",
            "0 7f0000000000-7f0000200000/21 FLUSH",
            "0 everything FLUSH"),
        table.ranges);
  }

  /** The record comes first, the event once the new mm is set up, the call's return last. */
  @Test
  void anExecThatIsReportedThreeTimesIsOne() {
    Notifications perf =
        Notifications.of(
            " java 10 [0] 1.000001: PERF_RECORD_COMM exec: java:10/10",
            " java 10 [0] 1.000002: tlb:tlb_flush: pages:1 reason:local MM shootdown (3)",
            " java 10 [0] 1.000003: sched:sched_process_exec: filename=/usr/bin/java pid=10"
                + " old_pid=10",
            " java 10 [0] 1.000004: syscalls:sys_exit_execve: 0x0",
            " java 10 [0] 1.000005: tlb:tlb_flush: pages:1 reason:local MM shootdown (3)",
            " java 10 [0] 2.000001: PERF_RECORD_COMM exec: other:10/10",
            " java 10 [0] 2.000002: sched:sched_process_exec: filename=/usr/bin/other pid=10"
                + " old_pid=10",
            " java 10 [0] 2.000005: tlb:tlb_flush: pages:1 reason:local MM shootdown (3)");
    assertEquals(List.of("0 1 pages", "0 1 pages", "1 1 pages"), perf.ranges);
    assertEquals(List.of("mm 0 pid 10 java", "exit 0", "mm 1 pid 10 other"), perf.spaces);
  }

  @Test
  void whatPerfSaysAboutLostChunksIsCounted() {
    Notifications perf =
        Notifications.of(
            " java 10 [0] 1.000001: tlb:tlb_flush: pages:1 reason:local MM shootdown (3)",
            "Processed 81253 events and lost 12 chunks!");
    assertEquals(12, perf.counts.assumptions(Assumption.LOST));
    assertEquals(1, perf.counts.lines(LineKind.LOST));
  }
}
