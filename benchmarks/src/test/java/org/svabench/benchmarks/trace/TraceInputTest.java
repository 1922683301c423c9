package org.svabench.benchmarks.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.input.BadInput;

class TraceInputTest {
  private static String refusal(byte[] content) {
    return assertThrows(BadInput.class, () -> Notifications.ofBytes(content)).getMessage();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] gzipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void aMissingFileIsNamed(@TempDir Path folder) {
    String missing = folder.resolve("nothing").toString();
    assertEquals(
        missing + ": no such file; name a trace, or - for standard input",
        assertThrows(BadInput.class, () -> TraceInput.open(missing)).getMessage());
  }

  @Test
  void aDirectoryIsRefused(@TempDir Path folder) {
    assertEquals(
        folder + ": is a directory; name a trace, or - for standard input",
        assertThrows(BadInput.class, () -> TraceInput.open(folder.toString())).getMessage());
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertEquals("test: is empty; a trace has at least one line", refusal(new byte[0]));
    assertEquals("test: is empty; a trace has at least one line", refusal(gzipped(new byte[0])));
  }

  @Test
  void aBinaryFileIsRefused() {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    assertEquals("test: is a binary file; a trace is text, or text in gzip", refusal(noise));
  }

  @Test
  void aRecordingIsRefusedWithTheCommandThatPrintsIt() {
    assertEquals(
        "test: is a recording of perf; print it first: perf script -i test",
        refusal(text("PERFILE2h\0\0\0")));
    assertEquals(
        "test: is a recording of trace-cmd; print it first: trace-cmd report test",
        refusal(text("\u0017\bDtracing6")));
  }

  @Test
  void anotherCompressionIsRefused() {
    assertEquals(
        "test: is compressed, not by gzip; decompress it first, or pipe it in",
        refusal(text("(\u00b5/\u00fd\4\0")));
  }

  @Test
  void proseIsRefused() {
    assertEquals(
        "test:1: not a trace: expected text of strace -f -ttt, perf script, ftrace or perf trace,"
            + " or a table that starts with nsecs pid tid comm op start len flags",
        refusal(text("This is a letter.\nIt is no trace.\n")));
  }

  @Test
  void straceWithoutTimesIsRefusedWithTheOptionThatPrintsThem() {
    assertEquals(
        "test:1: strace without times; capture with strace -f -ttt",
        refusal(text("munmap(0x7f0000000000, 4096) = 0\nmunmap(0x7f0000000000, 4096) = 0\n")));
  }

  @Test
  void aGzipStreamThatEndsEarlyIsRefused() throws IOException {
    byte[] lines = text("10 1.0 munmap(0x7f0000000000, 4096) = 0\n".repeat(50_000));
    byte[] whole = gzipped(lines);
    String message = refusal(Arrays.copyOf(whole, whole.length / 2));
    assertEquals(
        "the gzip stream is damaged or cut short; capture or copy the file again",
        message.substring(message.lastIndexOf(": ") + 2));
  }

  @Test
  void gzippedAndPlainAreTheSame() throws IOException {
    byte[] line = text("10 1.0 munmap(0x7f0000000000, 4096) = 0\r\n");
    assertEquals(Notifications.ofBytes(line).ranges, Notifications.ofBytes(gzipped(line)).ranges);
  }

  @Test
  void lineEndsOfAnotherSystemAreTaken() {
    String table = "nsecs pid tid comm op start len flags\r\n100 1 1 a munmap 0x1000 0x1000 -\r\n";
    assertEquals(
        Notifications.of(table.replace("\r", "")).ranges,
        Notifications.ofBytes(text(table)).ranges);
  }

  @Test
  void aStreamOfUnknownSizeIsRead() {
    TraceInput input =
        TraceInput.of("-", -1, new ByteArrayInputStream(text("10 1.0 brk(NULL) = 0x1000")));
    assertEquals(1, Notifications.read(input, false).counts.lines());
    assertEquals(25, input.consumed());
  }
}
