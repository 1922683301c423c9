package org.svabench.benchmarks.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.svabench.benchmarks.trace.count.LineKind;
import org.svabench.results.input.BadInput;

/** Damaged traces: whatever the bytes, they are counted, and nothing but BadInput comes out. */
class MutatedTracesIT {
  private static final int INPUTS = 20_000;
  private static final byte[][] PIECES = {
    bytes("0xffffffffffffffff"),
    bytes("99999999999999999999999"),
    bytes("-1"),
    bytes("NULL"),
    bytes("<unfinished ...>"),
    bytes("<... munmap resumed>) = 0"),
    bytes(" = ?"),
    bytes("\r"),
    bytes("4194305 "),
    bytes("4</a>"),
    bytes("|"),
    bytes("("),
    bytes(")"),
    bytes("\n"),
    bytes("\0"),
    bytes(": "),
    bytes("["),
    bytes("]"),
    bytes("0x7fffffffffffffff"),
    bytes("\t"),
    bytes("\u00e9")
  };

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jvm-zgc.strace.gz",
        "redis-bgsave.perfscript.gz",
        "node.perftrace.gz",
        "every-event.ftrace",
        "every-operation.tsv"
      })
  void aDamagedTraceIsCountedToItsEnd(String name) throws IOException {
    List<byte[]> lines = lines(name);
    int read = 0;
    for (int seed = 0; seed < INPUTS; seed++) {
      byte[] trace = mutated(lines, new Random(seed));
      try {
        check(trace);
        read++;
      } catch (BadInput refused) {
        assertEquals(-1, refused.getMessage().indexOf('\n'), "seed " + seed);
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError(name + ": seed " + seed, failure);
      }
    }
    assertTrue(read > INPUTS / 2, "most damaged traces are still read, not " + read);
  }

  private static void check(byte[] trace) {
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

  private static List<byte[]> lines(String name) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    try (InputStream raw = MutatedTracesIT.class.getResourceAsStream(name);
        InputStream text = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      String all = new String(text.readAllBytes(), StandardCharsets.ISO_8859_1);
      for (String line : all.split("\n")) {
        lines.add((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return lines;
  }

  private static byte[] mutated(List<byte[]> lines, Random random) {
    StringBuilder text = new StringBuilder();
    text.append(new String(lines.get(0), StandardCharsets.ISO_8859_1));
    int count = 1 + random.nextInt(12);
    int at = random.nextInt(lines.size());
    for (int i = 0; i < count; i++) {
      int line = random.nextInt(4) == 0 ? random.nextInt(lines.size()) : (at + i) % lines.size();
      text.append(new String(lines.get(line), StandardCharsets.ISO_8859_1));
    }
    int damages = 1 + random.nextInt(6);
    for (int i = 0; i < damages && text.length() > 0; i++) {
      int position = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> text.setCharAt(position, (char) random.nextInt(256));
        case 1 -> text.deleteCharAt(position);
        case 2 ->
            text.insert(
                position,
                new String(PIECES[random.nextInt(PIECES.length)], StandardCharsets.ISO_8859_1));
        case 3 -> text.delete(position, Math.min(text.length(), position + random.nextInt(60)));
        default -> {
          int end = Math.min(text.length(), position + random.nextInt(80));
          text.insert(random.nextInt(text.length()), text.substring(position, end));
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
