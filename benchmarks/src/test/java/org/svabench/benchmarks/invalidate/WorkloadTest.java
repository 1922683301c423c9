package org.svabench.benchmarks.invalidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.model.mm.FlushRule;
import org.svabench.results.input.BadInput;

class WorkloadTest {
  @TempDir Path folder;

  private Path trace(String... lines) throws IOException {
    return Files.write(folder.resolve("trace"), List.of(lines));
  }

  @Test
  void bundledCapturesHaveTheNotificationsThatReplayCounts() {
    assertEquals(1140, Workload.of("jvm-g1").size());
    // grep -c "(3)" is 1250; each "(4)" stands before one of them, but the last, which was cut off
    assertEquals(1251, Workload.of("redis-bgsave").size());
  }

  @Test
  void aFileGivesTheRangesOfItsFirstMm() throws IOException {
    Path file =
        trace(
            "10 1.0 execve(\"./prog\", [\"prog\"], NULL) = 0",
            "10 1.1 mmap(NULL, 262144, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) ="
                + " 0x7f0000000000",
            "10 1.2 fork() = 11",
            "11 1.3 munmap(0x7f0000000000, 4096) = 0",
            "10 1.4 munmap(0x7f0000000000, 139264) = 0");
    Workload workload = Workload.of(file.toString());
    assertEquals(2, workload.size());
    assertEquals(-1L, workload.end(0), "the fork");
    assertEquals(0x7f0000000000L, workload.start(1));
    assertEquals(0x7f0000022000L, workload.end(1));
    assertEquals(-1L, workload.flushedBy(FlushRule.X86_CEILING).end(1), "34 pages");
    assertEquals(0x7f0000022000L, workload.flushedBy(FlushRule.X86_EXACT).end(1));
  }

  @Test
  void aTraceThatNotifiesNobodyIsRefused() throws IOException {
    Path file = trace("10 1.0 execve(\"./prog\", [\"prog\"], NULL) = 0");
    BadInput refused = assertThrows(BadInput.class, () -> Workload.of(file.toString()));
    assertTrue(refused.getMessage().contains("its first mm is never notified"));
    assertThrows(BadInput.class, () -> Workload.of("no-such-file"));
  }
}
