package org.svabench.results.input;

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
    assertBad("is not text (UTF-8), nor gzipped text", written("b", new byte[] {1, (byte) 0xff}));
    assertBad("is a directory, not a file", InputFile.named(folder.toString()));
    assertBad("no such file", InputFile.named(folder.resolve("none").toString()));
    assertBad("no such file", InputFile.named("a\0b"));
  }

  @Test
  void nobodyIsMeantByAnEmptyName() {
    assertBad("no such file", InputFile.named(""));
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
      assertTrue(bad.getMessage().startsWith(cut.name() + ": cannot be read"), bad.getMessage());
    }
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
