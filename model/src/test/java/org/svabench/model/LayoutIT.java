package org.svabench.model;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that different threads write share no cache line, with other object headers too. */
class LayoutIT {
  private static final int COMPACT_HEADERS_SINCE = 25;
  private static final int FLAG_FOR_UNSAFE_SINCE = 24;

  private static String checkedWith(String flag) throws IOException, InterruptedException {
    final List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), flag));
    if (Runtime.version().feature() >= FLAG_FOR_UNSAFE_SINCE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), PaddedLayouts.class.getName()));
    final Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    final String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    // JOL says on standard output what it cannot do; nothing here needs that.
    return output.lines().filter(line -> !line.startsWith("#")).collect(joining("\n"));
  }

  @Test
  void compactObjectHeadersKeepThemApart() throws IOException, InterruptedException {
    assumeTrue(
        Runtime.version().feature() >= COMPACT_HEADERS_SINCE, "needs -XX:+UseCompactObjectHeaders");
    assertEquals("checked", checkedWith("-XX:+UseCompactObjectHeaders"));
  }

  @Test
  void largeReferencesKeepThemApart() throws IOException, InterruptedException {
    assertEquals("checked", checkedWith("-XX:-UseCompressedOops"));
  }
}
