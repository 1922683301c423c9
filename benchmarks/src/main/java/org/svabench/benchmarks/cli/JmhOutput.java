package org.svabench.benchmarks.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.util.Optional;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.DiskFault;

/** Where JMH's output for people goes: the screen, or the file of {@code -o}. */
final class JmhOutput {
  private final String file;
  private final FaultKept written;
  private final PrintStream stream;

  /**
   * Opens it.
   *
   * @param file as given with {@code -o}
   * @throws BadInput if the file cannot be written
   */
  JmhOutput(Optional<String> file) {
    this.file = file.orElse(null);
    this.written = this.file == null ? null : new FaultKept(open(this.file));
    this.stream =
        new PrintStream(
            written == null ? new KeptOpen(System.out) : written, true, Charset.defaultCharset());
  }

  private static FileOutputStream open(String file) {
    try {
      if (!file.isEmpty() && Files.isDirectory(Path.of(file))) {
        throw new BadInput("-o " + file + ": is a folder; name a file");
      }
      return new FileOutputStream(file);
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInput("-o " + file + ": cannot write there; name a file in a folder of yours");
    }
  }

  PrintStream stream() {
    return stream;
  }

  /** One line where some of it was lost; null otherwise. To be asked at the end. */
  String fault() {
    stream.flush();
    return written == null || written.fault() == null
        ? null
        : "-o " + file + ": not written whole: " + DiskFault.in(written.fault());
  }
}
