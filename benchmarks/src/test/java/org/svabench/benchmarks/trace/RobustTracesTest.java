package org.svabench.benchmarks.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.svabench.benchmarks.trace.count.LineKind;

/** Whatever stands between good lines is counted under its line, and the good lines count. */
class RobustTracesTest {
  private static final String START = "10 1.0 execve(\"./prog\", [\"prog\"], NULL) = 0";
  private static final String MAP =
      "10 1.1 mmap(NULL, 65536, PROT_READ, MAP_PRIVATE|MAP_ANONYMOUS, -1, 0) = 0x7f0000000000";
  private static final String UNMAP = "10 1.2 munmap(0x7f0000000000, 4096) = 0";
  private static final List<String> TOLD = List.of("0 7f0000000000-7f0000001000 MUNMAP");

  private static void assertCounted(LineKind kind, String between) {
    Notifications notifications = Notifications.of(START, MAP, between, UNMAP);
    assertEquals(TOLD, notifications.ranges);
    assertEquals(1, notifications.counts.lines(kind), kind.label());
    assertEquals(3, notifications.counts.firstLine(kind));
    assertEquals(4, notifications.counts.lines());
  }

  @Test
  void aLineOfAMegabyteIsCounted() {
    assertCounted(LineKind.TOO_LONG, "10 1.1 munmap(0x7f0000000000, 1" + "0".repeat(1 << 20));
  }

  @Test
  void bytesThatAreNoTextAreCounted() {
    assertCounted(LineKind.MALFORMED, "10 1.1 \0\0\0munmap(0x7f0000000000, 4096) = 0");
    assertCounted(LineKind.MALFORMED, "\0");
  }

  @Test
  void anAddressBeyond64BitsIsCounted() {
    assertCounted(LineKind.OUT_OF_RANGE, "10 1.1 munmap(0x17f000000000000000, 4096) = 0");
    assertCounted(LineKind.OUT_OF_RANGE, "10 1.1 munmap(99999999999999999999, 4096) = 0");
    assertCounted(LineKind.OUT_OF_RANGE, "10 1.1 munmap(0x7f0000000000, 0xffffffffffffffff) = 0");
    assertCounted(LineKind.OUT_OF_RANGE, "99999999 1.1 munmap(0x7f0000000000, 4096) = 0");
  }

  @Test
  void aLineCutShortIsCounted() {
    assertCounted(LineKind.MALFORMED, "10 1.1 munmap(0x7f00000000");
    assertCounted(LineKind.MALFORMED, "10 1.1 munmap(0x7f0000000000, 4096)");
    assertCounted(LineKind.MALFORMED, "10 1.1 mmap(NULL, 4096, PROT_READ");
  }

  @Test
  void linesOfAnotherToolAreCounted() {
    assertCounted(LineKind.NO_TIME, "munmap(0x7f0000000000, 4096) = 0");
    assertCounted(LineKind.NO_TIME, " java 10 [0] 1.1: tlb:tlb_flush: pages:1 reason:local MM (3)");
  }

  @Test
  void timesOfALocaleWithACommaAreRead() {
    Notifications notifications =
        Notifications.of(START, MAP, "10 1,15 munmap(0x7f0000000000, 4096) = 0", UNMAP);
    assertEquals(TOLD, notifications.ranges);
    assertEquals(200_000_000L, notifications.counts.elapsedNanos());
  }

  /** 64 MiB without a line end, which are 64 KiB of gzip: one line that is stepped over. */
  @Test
  void aGzipBombIsOneLine() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write((START + "\n" + MAP + "\n").getBytes(StandardCharsets.UTF_8));
      byte[] block = new byte[1 << 20];
      Arrays.fill(block, (byte) '1');
      for (int i = 0; i < 64; i++) {
        gzip.write(block);
      }
      gzip.write(("\n" + UNMAP + "\n").getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(packed.size() < 1 << 18, packed.size() + " bytes");
    Notifications notifications =
        Notifications.read(
            TraceInput.of("bomb", -1, new ByteArrayInputStream(packed.toByteArray())), false);
    assertEquals(TOLD, notifications.ranges);
    assertEquals(3, notifications.counts.firstLine(LineKind.TOO_LONG));
  }

  @Test
  void whatALineIsDoesNotDependOnTheNumbersOfTheLineBefore() {
    assertCounted(LineKind.MALFORMED, "[pid x] 1.1 munmap(0x7f0000000000, 4096) = 0");
    assertCounted(LineKind.MALFORMED, "10 1.1 munmap(0x7fffffffffffffff, x) = 0");
  }
}
