package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.AtomicFile;
import org.svabench.results.run.DiskFault;

/** The file a user named with {@code -o}. */
final class OutputFile {
  private OutputFile() {}

  /**
   * Replaces or creates it as a whole.
   *
   * @param target its folder is made where it does not exist
   * @param content all of it
   * @throws BadInput if it cannot be written
   */
  static void write(Path target, byte[] content) {
    write(target, out -> out.write(content));
  }

  /**
   * Replaces or creates it as a whole.
   *
   * @param target its folder is made where it does not exist
   * @param content writes all of it
   * @throws BadInput if it cannot be written
   */
  static void write(Path target, AtomicFile.Content content) {
    if (Files.isDirectory(target)) {
      throw new BadInput("-o " + target + ": is a folder; name a file");
    }
    try {
      Path folder = target.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.write(target, content);
    } catch (IOException e) {
      throw new BadInput("-o " + target + ": cannot be written: " + DiskFault.in(e));
    }
  }
}
