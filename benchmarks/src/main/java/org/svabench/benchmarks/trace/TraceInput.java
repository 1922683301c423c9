package org.svabench.benchmarks.trace;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;

/**
 * The bytes of a trace: a file or standard input, gzipped or not, looked at by content. Reads as a
 * stream, whatever the size.
 */
public final class TraceInput implements Closeable {
  /** The name that stands for standard input. */
  public static final String STANDARD_INPUT = InputFile.STANDARD_INPUT;

  private static final int HEAD = 64 * 1024;
  private static final int BUFFER = 128 * 1024;

  private final String name;
  private final long size;
  private final Counting raw;
  private InputStream text;
  private byte[] head;

  private TraceInput(String name, long size, InputStream raw) {
    this.name = name;
    this.size = size;
    this.raw = new Counting(raw);
  }

  /**
   * Opens a trace.
   *
   * @param name a file, or {@value #STANDARD_INPUT}
   * @return the opened trace; to be closed
   * @throws BadInput if it cannot be read, is empty, or is a recording that its own tool must print
   *     first
   */
  public static TraceInput open(String name) {
    if (name.equals(STANDARD_INPUT)) {
      return of("standard input", -1, System.in);
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      throw new BadInput(name + ": is a directory; name a trace, or - for standard input");
    }
    if (!Files.exists(path)) {
      throw new BadInput(name + ": no such file; name a trace, or - for standard input");
    }
    try {
      // Not Files.newInputStream, which seeks and so cannot read a pipe on JDK 17.
      return of(name, Files.size(path), new FileInputStream(name));
    } catch (IOException unreadable) {
      throw new BadInput(name + ": cannot be read; check its permissions");
    }
  }

  /**
   * A trace from a stream.
   *
   * @param name what messages call it
   * @param size bytes, or -1 if unknown
   * @param stream the bytes, gzipped or not; closed with this
   * @return the opened trace
   * @throws BadInput as {@link #open}
   */
  public static TraceInput of(String name, long size, InputStream stream) {
    TraceInput input = new TraceInput(name, size, stream);
    try {
      input.start();
    } catch (IOException failure) {
      throw input.failed(failure, 1);
    }
    return input;
  }

  private void start() throws IOException {
    byte[] magic = raw.readNBytes(8);
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(magic), raw);
    if (magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
      all = new GZIPInputStream(all, BUFFER);
    }
    head = withoutMark(all.readNBytes(HEAD));
    if (head.length == 0) {
      throw new BadInput(name + ": is empty; a trace has at least one line");
    }
    Recording.reject(name, head);
    text = new SequenceInputStream(new ByteArrayInputStream(head), all);
  }

  /** A byte order mark is no part of the text. */
  private static byte[] withoutMark(byte[] bytes) {
    boolean marked =
        bytes.length >= 3
            && bytes[0] == (byte) 0xef
            && bytes[1] == (byte) 0xbb
            && bytes[2] == (byte) 0xbf;
    return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
  }

  /** Turns a failure to read into one line. */
  BadInput failed(IOException failure, long line) {
    if (failure instanceof EOFException || failure instanceof ZipException) {
      return new BadInput(
          name, line, "the gzip stream is damaged or cut short; capture or copy the file again");
    }
    return new BadInput(name, line, "cannot be read further: " + failure.getMessage());
  }

  /**
   * What messages call it.
   *
   * @return the name as the user gave it
   */
  public String name() {
    return name;
  }

  /** The first bytes of the text, for telling formats apart. */
  byte[] head() {
    return head;
  }

  /** All of the text. */
  InputStream text() {
    return text;
  }

  /**
   * Size of the file.
   *
   * @return bytes, or -1 if unknown
   */
  public long size() {
    return size;
  }

  /**
   * Bytes of the file that were read so far.
   *
   * @return bytes
   */
  public long consumed() {
    return raw.count;
  }

  @Override
  public void close() throws IOException {
    raw.close();
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
