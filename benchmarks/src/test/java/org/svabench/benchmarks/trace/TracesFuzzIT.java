package org.svabench.benchmarks.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.benchmarks.fuzz.Fuzzing;
import org.svabench.benchmarks.fuzz.Mutator;
import org.svabench.benchmarks.trace.count.LineKind;

/** Damaged traces: whatever the bytes, they are counted, and nothing but BadInput comes out. */
class TracesFuzzIT {
  private static final int WINDOWS = 40;
  private static final int LINES = 8;
  private static final List<String> WORDS =
      List.of(
          "NULL",
          "<unfinished ...>",
          "<... munmap resumed>) = 0",
          " = ?",
          "4194305 ",
          "4</a>",
          "|",
          "(",
          ")",
          ": ",
          "[",
          "]",
          "execve(",
          "munmap(",
          "CLONE_VM",
          "PROT_NONE",
          "+++ exited with 0 +++",
          "tlb:tlb_flush",
          "intel_iommu:qi_submit",
          "reason:local MM shootdown (4)",
          "MADV_DONTNEED");

  static List<String> names() {
    return List.of(
        "jvm-zgc.strace.gz",
        "redis-bgsave.perfscript.gz",
        "node.perftrace.gz",
        "every-event.ftrace",
        "every-operation.tsv");
  }

  /** Some lines of every trace. */
  static List<byte[]> windows() throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (String name : names()) {
      all.addAll(windows(name));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("names")
  void aDamagedTraceIsCountedToItsEnd(String name) throws IOException, InterruptedException {
    Fuzzing.of(name, new Mutator(windows(name), WORDS), () -> TracesFuzzIT::check);
  }

  static void check(byte[] trace) {
    Notifications notifications =
        Notifications.read(
            TraceInput.of("damaged", trace.length, new ByteArrayInputStream(trace)), false);
    long sum = 0;
    for (LineKind kind : LineKind.values()) {
      sum += notifications.counts.lines(kind);
    }
    assertEquals(notifications.counts.lines(), sum, "every line is of one kind");
    long before = Long.MIN_VALUE;
    for (long time : notifications.times) {
      assertTrue(time >= before, "time runs forward");
      before = time;
    }
  }

  /** The first line, which may be a header, with some lines from all over the trace. */
  private static List<byte[]> windows(String name) throws IOException {
    List<byte[]> lines = lines(name);
    List<byte[]> windows = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      int from = (int) ((long) i * lines.size() / WINDOWS);
      ByteArrayOutputStream window = new ByteArrayOutputStream();
      window.writeBytes(lines.get(0));
      lines.subList(from, Math.min(lines.size(), from + LINES)).forEach(window::writeBytes);
      windows.add(window.toByteArray());
    }
    return windows;
  }

  private static List<byte[]> lines(String name) throws IOException {
    try (InputStream raw = TracesFuzzIT.class.getResourceAsStream(name);
        InputStream text = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      String all = new String(text.readAllBytes(), StandardCharsets.ISO_8859_1);
      return Arrays.stream(all.split("\n"))
          .map(line -> (line + "\n").getBytes(StandardCharsets.ISO_8859_1))
          .toList();
    }
  }
}
