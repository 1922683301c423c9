package org.svabench.benchmarks.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** Whether standard output is a terminal, where a progress line may be rewritten. */
final class Terminal {
  private static final Path STDOUT = Path.of("/proc/self/fd/1");

  private Terminal() {}

  static boolean onStandardOutput() {
    if (!Files.isSymbolicLink(STDOUT)) {
      return Ansi.AUTO.enabled();
    }
    try {
      String target = Files.readSymbolicLink(STDOUT).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
