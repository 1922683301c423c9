package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/** Whether a standard stream is a terminal, where a progress line may be rewritten. */
final class Terminal {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private Terminal() {}

  static boolean onStandardOutput() {
    return isTerminal(DESCRIPTORS.resolve("1"));
  }

  static boolean onStandardError() {
    return isTerminal(DESCRIPTORS.resolve("2"));
  }

  private static boolean isTerminal(Path descriptor) {
    if (!Files.isSymbolicLink(descriptor)) {
      return Ansi.AUTO.enabled();
    }
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
