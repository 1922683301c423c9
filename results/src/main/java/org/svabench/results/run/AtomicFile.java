package org.svabench.results.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a file as a whole: a reader, and a process killed at any moment, sees the old content or
 * the new, never a part.
 *
 * <p>The new content goes to a temporary file of the same folder, is forced to the disk, and takes
 * the target's name in one rename; the folder is forced last, where the platform can.
 */
public final class AtomicFile {
  /** What writes the content. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes everything; need not flush or close.
     *
     * @param out buffered
     * @throws IOException the target then stays as it was
     */
    void writeTo(OutputStream out) throws IOException;
  }

  private static final String PREFIX = ".";
  private static final String SUFFIX = ".tmp";

  private AtomicFile() {}

  /**
   * Deletes what writers that were killed have left in a folder. Nobody may be writing there.
   *
   * @param folder exists
   * @throws IOException if it cannot be listed, or a file not deleted
   */
  static void deleteLeftovers(Path folder) throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
  }

  /**
   * Replaces or creates a file. A symbolic link stays one: the file it leads to is replaced. What
   * is no regular file, such as a device or a pipe, is written to as it is.
   *
   * @param target the file; its folder exists
   * @param content what to write
   * @throws IOException nothing is left behind, the target is as it was
   */
  public static void write(Path target, Content content) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      through(target, content);
    } else {
      replace(Files.exists(target) ? target.toRealPath() : target, content);
    }
  }

  private static void through(Path target, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      content.writeTo(out);
    }
  }

  private static void replace(Path target, Content content) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, PREFIX + target.getFileName() + ".", SUFFIX);
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      readableLikeAnyNewFile(temporary);
      rename(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
    force(folder);
  }

  /**
   * Replaces or creates a text file, UTF-8.
   *
   * @param target the file; its folder exists
   * @param text the whole content
   * @throws IOException nothing is left behind, the target is as it was
   */
  public static void write(Path target, String text) throws IOException {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void rename(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Temporary files are private to their owner; results are for everyone to read. */
  private static void readableLikeAnyNewFile(Path file) {
    file.toFile().setReadable(true, false);
  }

  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // Windows cannot open a folder; the rename itself is still atomic there.
    }
  }
}
