package org.svabench.results.input;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A file that a user named, or standard input, gzipped or not. Whatever keeps it from being read as
 * text is {@link BadInput}.
 */
public final class InputFile {
  /** The name that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final int BUFFER = 1 << 16;

  private final String name;

  private InputFile(String name) {
    this.name = name;
  }

  /**
   * Names a file.
   *
   * @param name the file as the user wrote it, or {@value #STANDARD_INPUT}
   * @return the file, not yet looked at
   */
  public static InputFile named(String name) {
    return new InputFile(name);
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
    if (name.equals(STANDARD_INPUT)) {
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
   * Opens the file as UTF-8 text; a gzipped file is recognised by its first bytes.
   *
   * @return a reader, to be closed by the caller; what it throws goes through {@link #failed}
   * @throws BadInput where it cannot be opened
   */
  public BufferedReader open() {
    if (!exists()) {
      throw new BadInput(name + ": no such file");
    }
    try {
      return new BufferedReader(text(bytes()), BUFFER);
    } catch (IOException failure) {
      throw failed(failure);
    }
  }

  private InputStream bytes() throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return System.in;
    }
    if (Files.isDirectory(Path.of(name))) {
      throw new BadInput(name + ": is a directory, not a file");
    }
    // Not Files.newInputStream, which seeks and so cannot read a pipe on JDK 17.
    return new FileInputStream(name);
  }

  private static Reader text(InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
    try {
      buffered.mark(2);
      boolean gzipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
      buffered.reset();
      InputStream plain = gzipped ? new GZIPInputStream(buffered, BUFFER) : buffered;
      return new InputStreamReader(
          plain,
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT));
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
    if (failure instanceof CharacterCodingException) {
      return new BadInput(name + ": is not text (UTF-8), nor gzipped text");
    }
    String why = failure.getMessage();
    return new BadInput(name + ": cannot be read" + (why == null ? "" : ": " + why));
  }

  /**
   * Reads the whole file.
   *
   * @return its lines
   * @throws BadInput where it cannot be read
   */
  public List<String> lines() {
    try (BufferedReader reader = open()) {
      return reader.lines().collect(Collectors.toList());
    } catch (UncheckedIOException failure) {
      throw failed(failure.getCause());
    } catch (IOException failure) {
      throw failed(failure);
    }
  }
}
