package org.svabench.results.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JMH's JSON as it is. */
final class JmhFile {
  private JmhFile() {}

  static Export export(Exported source, ExportOptions options) throws IOException {
    source.results(); // what is not JMH's is refused, not passed on
    Path file = source.path();
    return new Export(
        Files.readAllBytes(Files.isDirectory(file) ? file.resolve("jmh.json") : file), 0);
  }
}
