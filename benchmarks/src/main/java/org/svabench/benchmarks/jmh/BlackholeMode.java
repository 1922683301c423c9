package org.svabench.benchmarks.jmh;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.openjdk.jmh.runner.CompilerHints;

/** How JMH keeps results from being optimised away on this JVM. */
public final class BlackholeMode {
  private static final String LABEL = "Blackhole mode: ";

  private BlackholeMode() {}

  /**
   * Asks JMH, which starts a JVM the first time to find out.
   *
   * @return in JMH's words, such as {@code compiler (auto-detected, ...)}
   */
  public static String now() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    CompilerHints.printHints(out);
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains(LABEL))
        .map(line -> line.substring(line.indexOf(LABEL) + LABEL.length()).split(" \\(")[0])
        .findFirst()
        .orElse("unknown");
  }
}
