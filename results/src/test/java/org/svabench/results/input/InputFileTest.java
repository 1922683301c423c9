package org.svabench.results.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  @TempDir Path folder;

  @Test
  void aGzippedFileReadsAsItsPlainTwin() throws IOException {
    byte[] text = "one\ntwo \u00e9\n".getBytes(StandardCharsets.UTF_8);
    assertEquals(List.of("one", "two \u00e9"), written("plain", text).lines());
    assertEquals(List.of("one", "two \u00e9"), written("named-anyhow", gzip(text)).lines());
  }

  @Test
  void emptyAndOneByteFilesAreText() throws IOException {
    assertEquals(List.of(), written("empty", new byte[0]).lines());
    assertEquals(List.of("x"), written("one", new byte[] {'x'}).lines());
  }

  @Test
  void binaryFilesDirectoriesAndMissingFilesAreBadInput() throws IOException {
    assertBad(1, "is not text (UTF-8), nor gzipped text", new byte[] {1, (byte) 0xff});
    assertBad("is a directory, not a file", InputFile.named(folder.toString()));
    assertBad("no such file", InputFile.named(folder.resolve("none").toString()));
    assertEquals(
        "a?b: no such file",
        assertThrows(BadInput.class, InputFile.named("a\0b")::lines).getMessage());
  }

  @Test
  void nobodyIsMeantByAnEmptyName() {
    assertEquals(
        "\"\": no such file",
        assertThrows(BadInput.class, InputFile.named("")::lines).getMessage());
    assertFalse(InputFile.named("").exists());
  }

  @Test
  void aDashIsStandardInput() throws IOException {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(gzip("one\n".getBytes(StandardCharsets.UTF_8))));
    try {
      assertTrue(InputFile.named("-").exists());
      assertEquals(List.of("one"), InputFile.named("-").lines());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void aPipeIsReadAsAFileIs() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe.toString()).start().waitFor());
    Process writer =
        new ProcessBuilder("/bin/sh", "-c", "printf 'one\\ntwo\\n' > \"$0\"", pipe.toString())
            .start();
    assertEquals(List.of("one", "two"), InputFile.named(pipe.toString()).lines());
    assertEquals(0, writer.waitFor());
  }

  @Test
  void aGzippedFileThatIsCutOffIsBadInput() throws IOException {
    byte[] whole = gzip("one\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
    for (int length : new int[] {2, 5, 12, whole.length - 4}) {
      InputFile cut = written("cut" + length, Arrays.copyOf(whole, length));
      BadInput bad = assertThrows(BadInput.class, cut::lines);
      assertTrue(
          bad.getMessage().startsWith(cut.name() + ": the gzip stream is damaged or cut short"),
          bad.getMessage());
    }
  }

  @Test
  void whatIsNoTextIsBadInputAtItsLine() {
    assertBad(3, "is not text (UTF-8), nor gzipped text", "a\nb\nc\u00e9".getBytes(ISO_8859_1));
    assertBad(2, "is not text (UTF-8), nor gzipped text", "a\nb\0c".getBytes(UTF_8));
    assertBad(1, "is UTF-16; save it as UTF-8", "a".getBytes(UTF_16));
    assertBad(1, "is UTF-16; save it as UTF-8", "\ufeffa".getBytes(UTF_16LE));
    byte[] late = ("\u20ac\n".repeat(5000) + "\u00e9").getBytes(UTF_8);
    assertBad(5001, "is not text (UTF-8), nor gzipped text", Arrays.copyOf(late, late.length - 1));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    byte[] marked = "\ufeffone\n\ufefftwo".getBytes(UTF_8);
    assertEquals(List.of("one", "\ufefftwo"), InputFile.of("marked", marked).lines());
    assertEquals(List.of("one", "\ufefftwo"), streamed(InputFile.of("marked", marked)));
  }

  @Test
  void aTextOfMoreThanMayBeHeldIsBadInput() throws IOException {
    InputFile file = InputFile.of("bomb", gzip(new byte[(1 << 20) + 1]));
    BadInput bad = assertThrows(BadInput.class, () -> file.text(1 << 20));
    assertTrue(
        bad.getMessage().startsWith("bomb: holds more than 1 MiB of text"), bad.getMessage());
    assertEquals(4, InputFile.of("fits", "four".getBytes(UTF_8)).text(4).length());
  }

  @Test
  void linesAreTheSameReadAsAStream() {
    String text = "one\n\r\n  \ntwo\r\n" + "three ".repeat(50_000) + "\n" + "\u20ac".repeat(40_000);
    for (String end : List.of("", "\n", "\r\n", "\n\n")) {
      InputFile file = InputFile.of("lines", (text + end).getBytes(UTF_8));
      assertEquals(file.lines(), streamed(file));
    }
    assertEquals(List.of(), streamed(InputFile.of("empty", new byte[0])));
  }

  @Test
  void aStreamOfLinesNamesTheLineThatIsWrong() {
    TextLines torn = new TextLines(InputFile.of("torn", "a\nb\u00e9\n".getBytes(ISO_8859_1)));
    assertEquals("a", torn.next());
    assertTrue(
        assertThrows(BadInput.class, torn::next).getMessage().startsWith("torn:2: is not text"));
    byte[] block = new byte[TextLines.LONGEST + 3];
    Arrays.fill(block, (byte) 'x');
    block[1] = '\n';
    TextLines endless = new TextLines(InputFile.of("endless", block));
    assertEquals("x", endless.next());
    assertEquals(
        "endless:2: a line has at most 16 MiB, this has more",
        assertThrows(BadInput.class, endless::next).getMessage());
  }

  private static List<String> streamed(InputFile file) {
    List<String> lines = new ArrayList<>();
    try (TextLines stream = new TextLines(file)) {
      for (String line = stream.next(); line != null; line = stream.next()) {
        lines.add(line);
        assertEquals(lines.size(), stream.number());
      }
    }
    return lines;
  }

  private static void assertBad(int line, String message, byte[] content) {
    InputFile file = InputFile.of("bad", content);
    assertEquals(
        "bad:" + line + ": " + message, assertThrows(BadInput.class, file::lines).getMessage());
  }

  private static void assertBad(String message, InputFile file) {
    assertEquals(
        file.name() + ": " + message, assertThrows(BadInput.class, file::lines).getMessage());
  }

  private InputFile written(String name, byte[] content) throws IOException {
    return InputFile.named(Files.write(folder.resolve(name), content).toString());
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }
}
