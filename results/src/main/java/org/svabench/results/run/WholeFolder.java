package org.svabench.results.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder that is to hold all of its files or not to be there. */
public final class WholeFolder {
  /** What writes the files. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of them.
     *
     * @throws IOException the folder then goes
     */
    void write() throws IOException;
  }

  private WholeFolder() {}

  /**
   * Writes into a folder, and deletes it with all that is in it where that fails.
   *
   * @param folder nobody's but the writer's
   * @param content writes into it
   * @throws IOException as thrown by the content
   */
  public static void fill(Path folder, Content content) throws IOException {
    boolean whole = false;
    try {
      content.write();
      whole = true;
    } finally {
      if (!whole) {
        delete(folder);
      }
    }
  }

  /**
   * Deletes a folder and all in it, as far as that can be done.
   *
   * @param folder may be gone already
   */
  public static void delete(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.sorted(Comparator.reverseOrder()).toList();
    } catch (IOException | UncheckedIOException e) {
      return;
    }
    files.forEach(file -> file.toFile().delete());
  }
}
