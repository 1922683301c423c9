package org.svabench.benchmarks.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.Cause;
import org.svabench.benchmarks.trace.count.LineKind;

/**
 * The real captures. Every figure was counted by other means: with grep where a pattern says it all
 * (given beside the figure), and with a script of its own that keeps a list of ranges per process.
 */
class CapturesTest {
  private static void assertCauses(Notifications capture, Map<Cause, Long> expected) {
    for (Cause cause : Cause.values()) {
      assertEquals(
          expected.getOrDefault(cause, 0L), capture.counts.notifications(cause), cause.label());
    }
  }

  @Test
  void redis() {
    Notifications redis = Notifications.ofCapture("redis.strace.gz");
    assertCauses(
        redis,
        Map.of(
            Cause.MUNMAP, 3L, // grep -c ' munmap('
            Cause.MMAP_FIXED, 55L, // grep -c MAP_FIXED
            Cause.MPROTECT, 18L, // grep -c 'mprotect.*PROT_READ)'; 4 others only add rights
            Cause.MADVISE, 326L, // grep -cE 'MADV_(DONTNEED|FREE)'
            Cause.FORK, 1L)); // grep clone | grep -vc CLONE_VM
    assertEquals(
        List.of("mm 0 pid 12749 prog", "mm 1 pid 13151 prog from 0", "exit 1", "exit 0"),
        redis.spaces);
    assertEquals(11, redis.of(1).size()); // grep '^13151' | grep -c madvise
    assertEquals(392, redis.of(0).size());
    assertEquals(472, redis.counts.lines()); // wc -l
    assertEquals(2, redis.counts.lines(LineKind.SIGNAL)); // grep -c -e '---'
    assertEquals(6, redis.counts.lines(LineKind.END_OF_THREAD)); // grep -c '+++'
    assertEquals(2, redis.counts.assumptions(Assumption.UNKNOWN_RIGHTS));
  }

  @Test
  void zgcWhoseOnePunchHitsNoMapping() {
    Notifications zgc = Notifications.ofCapture("jvm-zgc.strace.gz");
    assertCauses(
        zgc,
        Map.of(
            Cause.MUNMAP, 20L, // grep -c ' munmap('
            Cause.MMAP_FIXED, 1041L, // grep -c MAP_FIXED
            Cause.MPROTECT, 28L, // 14 to PROT_READ, 14 to PROT_NONE
            Cause.MADVISE, 8L, // grep -c MADV_DONTNEED
            Cause.MREMAP, 20L, // 2 whose result differs from the address, 18 to a smaller size
            Cause.BRK, 1L));
    assertEquals(List.of("mm 0 pid 3537 prog", "exit 0"), zgc.spaces);
    assertEquals(21, zgc.counts.lines(LineKind.CONTINUATION)); // grep -c resumed
    assertEquals(12, zgc.counts.lines(LineKind.SIGNAL));
    assertEquals(Map.of("get_mempolicy", 5L, "set_mempolicy", 2L), zgc.counts.byName(false));
  }

  @Test
  void node() {
    Notifications node = Notifications.ofCapture("node.strace.gz");
    assertCauses(
        node,
        Map.of(
            Cause.MUNMAP, 1268L, // grep -c ' munmap('
            Cause.MMAP_FIXED, 21L, // grep -c MAP_FIXED
            Cause.MPROTECT, 138L,
            Cause.MADVISE, 136L, // grep -c MADV_DONTNEED; 629 MADV_DONTFORK do nothing
            Cause.BRK, 89L)); // results of brk that are below the one before
    assertEquals(213, node.counts.lines(LineKind.CONTINUATION)); // grep -c resumed
    assertEquals(0, node.counts.assumptions(Assumption.UNFINISHED));
    assertEquals(List.of("mm 0 pid 13282 prog", "exit 0"), node.spaces);
  }

  @Test
  void redisWhoseForkedChildMakesEveryWriteAFlush() {
    Notifications redis = Notifications.ofCapture("redis-bgsave.perfscript.gz");
    // grep -c '(3)' per thread id; each of the 10049 events '(4)' stands before one of them:
    // awk '/\(4\)/ {sent[$2]=1} /\(3\)/ {joined += sent[$2]; sent[$2]=0} END {print joined}'
    assertCauses(redis, Map.of(Cause.FLUSH, 12_109L));
    assertEquals(11_947, redis.of(0).size());
    assertEquals(162, redis.of(1).size());
    assertEquals(3, redis.counts.informativeCalls()); // grep -c sys_enter
    assertEquals(22_161 - 12_109, redis.counts.otherFlushes()); // grep -c tlb_flush
    assertEquals(
        List.of("mm 0 pid 3642 redis-server", "mm 1 pid 3660 redis-server from 0"), redis.spaces);
    assertEquals(1, redis.counts.assumptions(Assumption.GUESSED_FORK));
  }

  @Test
  void nodeByPerfTrace() {
    Notifications node = Notifications.ofCapture("node.perftrace.gz");
    assertCauses(
        node,
        Map.of(
            Cause.MUNMAP, 56L, // grep -c ' munmap('
            Cause.MMAP_FIXED, 21L, // grep -c FIXED
            Cause.MPROTECT, 18L,
            Cause.MADVISE, 20L, // grep -c MADV_DONTNEED
            Cause.BRK, 4L)); // results of brk that are below the one before
    assertEquals(1, node.counts.lines(LineKind.CONTINUATION)); // grep -c continued
    assertEquals(List.of("mm 0 pid 4438 node"), node.spaces);
  }

  /** A JVM on ZGC that returns memory: views are unmapped before their file is punched. */
  @Test
  void jvmThatReturnsMemory() {
    Notifications jvm = Notifications.ofCapture("jvm-return.strace.gz");
    assertCauses(
        jvm,
        Map.of(
            Cause.MUNMAP, 18L, // grep -c ' munmap('
            Cause.MMAP_FIXED, 270L, // grep -cE 'MAP_FIXED[|,]'
            Cause.MPROTECT, 28L, // grep -cE 'mprotect.*PROT_(READ|NONE)\)'
            Cause.MADVISE, 8L, // grep -c MADV_DONTNEED
            Cause.MREMAP, 1L, // grep mremap: to a smaller size
            Cause.BRK, 1L)); // the last brk returns less than the one before, on another thread
    // grep -c PUNCH is 53: before each one stand mmap(PROT_NONE, MAP_FIXED) of all three views
    assertEquals(0, jvm.counts.notifications(Cause.PUNCH_HOLE));
    assertEquals(List.of("mm 0 pid 31069 prog", "exit 0"), jvm.spaces);
  }

  /** A compiler driver and the programs that it starts by vfork, each an mm of its own. */
  @Test
  void compiler() {
    Notifications gcc = Notifications.ofCapture("gcc.strace.gz");
    assertCauses(
        gcc,
        Map.of(
            Cause.MUNMAP, 8L, // grep -c ' munmap('
            Cause.MMAP_FIXED, 74L, // grep -cE 'MAP_FIXED[|,]'
            Cause.MPROTECT, 33L, // grep -c 'mprotect.*PROT_READ)'
            Cause.BRK, 24L)); // results of brk below the one before, of the same process
    assertEquals(8, gcc.counts.failedCalls()); // grep -c ENOENT
    // 5 programs: grep -cE 'exec.* = 0'; the vforks (grep -c vfork) copy no mm
    assertEquals(5, gcc.spaces.stream().filter(line -> line.startsWith("mm ")).count());
    assertEquals(0, gcc.counts.notifications(Cause.FORK));
  }

  @Test
  void database() {
    Notifications sqlite = Notifications.ofCapture("sqlite.strace.gz");
    assertCauses(
        sqlite,
        Map.of(
            Cause.MUNMAP, 2L, // grep -c ' munmap('
            Cause.MMAP_FIXED, 20L, // grep -cE 'MAP_FIXED[|,]'
            Cause.MPROTECT, 8L, // grep -c 'mprotect.*PROT_READ)'
            Cause.MREMAP, 4L, // of 13, those whose result is not the old address
            Cause.BRK, 2L));
  }

  /** The start of a browser: a shell script that forks, then the browser and its zygotes. */
  @Test
  void browser() {
    Notifications browser = Notifications.ofCapture("chromium.strace.gz");
    assertCauses(
        browser,
        Map.of(
            Cause.MUNMAP, 11L, // grep -c ' munmap('
            Cause.MMAP_FIXED, 94L, // grep -cE 'MAP_FIXED[|,]'
            Cause.MPROTECT, 47L, // grep -cE 'mprotect.*PROT_READ(\)| <unf)'
            Cause.FORK, 8L)); // grep ' clone(' | grep -vc CLONE_VM
    assertEquals(13, browser.counts.lines(LineKind.END_OF_THREAD)); // grep -c '+++'
    assertEquals(13, browser.counts.lines(LineKind.SIGNAL)); // grep -c -e '---'
  }

  /** The bundled capture of the replay benchmark. */
  @Test
  void jvmThatUncommitsByMmap() {
    Notifications jvm = Notifications.ofCapture("/org/svabench/benchmarks/invalidate/jvm-g1.gz");
    assertCauses(
        jvm,
        Map.of(
            Cause.MUNMAP, 22L, // grep -c ' munmap('
            Cause.MMAP_FIXED, 1092L, // grep -cE 'MAP_FIXED[|,]'
            Cause.MPROTECT, 26L)); // grep -cE 'mprotect.*PROT_(READ|NONE)\)'
  }

  /** perf reports each exec twice, as a record and as an event. */
  @Test
  void jvmByPerf() {
    Notifications jvm = Notifications.ofCapture("jvm-g1.perfscript.gz");
    // grep -c '(3)'; each of the 153 events '(4)' stands before one of them (the awk line above)
    assertCauses(jvm, Map.of(Cause.FLUSH, 210L));
    assertEquals(367 - 210, jvm.counts.otherFlushes()); // grep -c tlb_flush
    assertEquals(1, jvm.spaces.stream().filter(line -> line.startsWith("mm ")).count());
    assertEquals(210, jvm.of(0).size());
  }

  @Test
  void everyLineIsOfOneKind() {
    for (String name :
        List.of(
            "redis.strace.gz",
            "jvm-zgc.strace.gz",
            "node.strace.gz",
            "redis-bgsave.perfscript.gz",
            "node.perftrace.gz")) {
      Notifications capture = Notifications.ofCapture(name);
      long sum = 0;
      for (LineKind kind : LineKind.values()) {
        sum += capture.counts.lines(kind);
      }
      assertEquals(capture.counts.lines(), sum, name);
    }
  }
}
