package org.svabench.results.input;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that a user named, a pipe, or standard input, gzipped or not. Whatever keeps it from being
 * read as UTF-8 text is {@link BadInput}; a byte order mark is stepped over.
 *
 * <p>A text that is held as a whole may take a sixteenth of the heap, unpacked: a file that unpacks
 * to more is refused before it fills the memory.
 */
public final class InputFile {
  /** The name that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final byte[] content;

  private InputFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /**
   * Names a file.
   *
   * @param name the file as the user wrote it, or {@value #STANDARD_INPUT}
   * @return the file, not yet looked at
   */
  public static InputFile named(String name) {
    return new InputFile(name, null);
  }

  /**
   * What stands in memory as if it were a file.
   *
   * @param name what messages call it
   * @param content its bytes, not copied
   * @return the file
   */
  public static InputFile of(String name, byte[] content) {
    return new InputFile(name, content);
  }

  /**
   * The file as the user wrote it.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Whether there is a file of this name.
   *
   * @return true for a file, a directory, and standard input
   */
  public boolean exists() {
    if (content != null || name.equals(STANDARD_INPUT)) {
      return true;
    }
    try {
      // The empty path is the working directory, which nobody has named.
      return !name.isEmpty() && Files.exists(Path.of(name));
    } catch (InvalidPathException impossible) {
      return false;
    }
  }

  /**
   * Opens the file; one that is gzipped is recognised by its first bytes.
   *
   * @return its bytes, unpacked, to be closed by the caller; what reading throws goes through
   *     {@link #failed}
   * @throws BadInput where it cannot be opened
   */
  public InputStream open() {
    if (!exists()) {
      throw new BadInput((name.isEmpty() ? "\"\"" : name) + ": no such file");
    }
    try {
      return unpacked(raw());
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private InputStream raw() throws IOException {
    if (content != null) {
      return new ByteArrayInputStream(content);
    }
    if (name.equals(STANDARD_INPUT)) {
      return new FilterInputStream(System.in) {
        @Override
        public void close() {
          // Standard input is not ours to close.
        }
      };
    }
    if (Files.isDirectory(Path.of(name))) {
      throw new BadInput(name + ": is a directory, not a file");
    }
    // Not Files.newInputStream, which seeks and so cannot read a pipe on JDK 17.
    return new FileInputStream(name);
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
    try {
      buffered.mark(2);
      boolean gzipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
      buffered.reset();
      return gzipped ? new GZIPInputStream(buffered, BUFFER) : buffered;
    } catch (IOException | RuntimeException failure) {
      raw.close();
      throw failure;
    }
  }

  /**
   * What a failure to read this file is to its user.
   *
   * @param failure what the reader threw
   * @return the message, to be thrown
   */
  public BadInput failed(IOException failure) {
    if (failure instanceof EOFException || failure instanceof ZipException) {
      return new BadInput(
          name + ": the gzip stream is damaged or cut short; copy or make the file again");
    }
    String why = failure.getMessage();
    return new BadInput(name + ": cannot be read" + (why == null ? "" : ": " + why));
  }

  /**
   * Reads the whole file.
   *
   * @return its text, without a byte order mark
   * @throws BadInput where it cannot be read, is not text, or unpacks to more than may be held
   */
  public String text() {
    return text((int) Math.min(Integer.MAX_VALUE - BUFFER, HeapShare.SIXTEENTH.bytes()));
  }

  String text(int most) {
    byte[] bytes;
    try (InputStream in = open()) {
      bytes = in.readNBytes(most + 1);
    } catch (IOException failure) {
      throw failed(failure);
    }
    if (bytes.length > most) {
      throw HeapShare.SIXTEENTH.exceeded(name + ": holds", most, " of text");
    }
    return new Utf8(name, 1).text(bytes, bytes.length);
  }

  /**
   * Reads the whole file.
   *
   * @return its lines
   * @throws BadInput as {@link #text}
   */
  public List<String> lines() {
    return text().lines().toList();
  }
}
