package org.svabench.benchmarks.trace.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  private static List<String> lines(InputStream input) throws IOException {
    LineReader reader = new LineReader(input);
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(
          reader.tooLong()
              ? "(too long)"
              : new String(
                  reader.bytes(),
                  reader.from(),
                  reader.to() - reader.from(),
                  StandardCharsets.ISO_8859_1));
      assertEquals(lines.size(), reader.number());
    }
    return lines;
  }

  private static InputStream of(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void bothLineEndsAreTaken() throws IOException {
    assertEquals(List.of("a", "bc", "", "d"), lines(of("a\nbc\r\n\r\nd")));
  }

  @Test
  void anEmptyStreamHasNoLine() throws IOException {
    assertEquals(List.of(), lines(of("")));
  }

  @Test
  void aLineOfAMegabyteIsReportedAndSteppedOver() throws IOException {
    String megabyte = "x".repeat(1 << 20);
    assertEquals(
        List.of("a", "(too long)", "b", "(too long)"),
        lines(of("a\n" + megabyte + "\nb\n" + megabyte)));
  }

  @Test
  void theLongestLineIsStillRead() throws IOException {
    String longest = "x".repeat(LineReader.LONGEST);
    assertEquals(
        List.of(longest, "(too long)", "b"), lines(of(longest + "\n" + longest + "y\nb\n")));
  }

  @Test
  void linesDoNotDependOnHowTheBytesArrive() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        int length = random.nextInt(10) == 0 ? random.nextInt(60_000) : random.nextInt(40);
        String line = String.valueOf((char) ('a' + random.nextInt(26))).repeat(length);
        text.append(line).append('\n');
        expected.add(line);
      }
      InputStream dribble =
          new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.ISO_8859_1)) {
            @Override
            public synchronized int read(byte[] bytes, int from, int length) {
              return super.read(bytes, from, Math.min(length, 1 + random.nextInt(5000)));
            }
          };
      assertEquals(expected, lines(dribble), "seed " + seed);
    }
  }
}
