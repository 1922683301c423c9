package org.svabench.results.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Lines of a file of any length, one after another, so that only one is held. A line longer than
 * {@link #LONGEST} is {@link BadInput}: memory is bounded whatever the file unpacks to. Line ends
 * are {@code \n} or {@code \r\n}. Not thread-safe.
 */
public final class TextLines implements Closeable {
  /** Longest line, in bytes. */
  public static final int LONGEST = 1 << 24;

  private static final int BUFFER = 1 << 16;

  private final InputFile file;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private byte[] line = new byte[1 << 10];
  private int next;
  private int filled;
  private long number;

  /**
   * Opens a file.
   *
   * @param file gzipped or not
   * @throws BadInput where it cannot be opened
   */
  public TextLines(InputFile file) {
    this.file = file;
    this.in = file.open();
  }

  /**
   * Reads the next line.
   *
   * @return without its end; null behind the last one
   * @throws BadInput where the line cannot be read, is not text, or is too long
   */
  public String next() {
    int length = 0;
    while (next < filled || fill()) {
      int end = next;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      length = append(length, end);
      if (end < filled) {
        next = end + 1;
        return decoded(length);
      }
      next = filled;
    }
    return length == 0 ? null : decoded(length);
  }

  private int append(int length, int end) {
    int longer = length + end - next;
    if (longer > LONGEST) {
      throw new BadInput(
          file.name(), number + 1, "a line has at most " + (LONGEST >> 20) + " MiB, this has more");
    }
    if (longer > line.length) {
      line = Arrays.copyOf(line, Math.max(longer, 2 * line.length));
    }
    System.arraycopy(buffer, next, line, length, end - next);
    return longer;
  }

  private boolean fill() {
    try {
      filled = Math.max(0, in.read(buffer));
      next = 0;
      return filled > 0;
    } catch (IOException failure) {
      throw file.failed(failure);
    }
  }

  private String decoded(int length) {
    number++;
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return new Utf8(file.name(), number).text(line, end);
  }

  /**
   * Number of the line that was read last.
   *
   * @return from 1; 0 before the first
   */
  public long number() {
    return number;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException failure) {
      throw file.failed(failure);
    }
  }
}
