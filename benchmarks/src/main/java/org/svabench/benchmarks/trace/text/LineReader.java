package org.svabench.benchmarks.trace.text;

import java.io.IOException;
import java.io.InputStream;

/**
 * Lines of a byte stream, one after another, in one buffer. A line longer than {@link #LONGEST} is
 * reported as such and stepped over; memory is constant whatever the input. Line ends are {@code
 * \n} or {@code \r\n}. Not thread-safe.
 */
public final class LineReader {
  /** Longest line that is looked at, in bytes. */
  public static final int LONGEST = 64 * 1024;

  private static final long NEWLINES = ByteWord.of('\n');

  private final InputStream input;
  private final byte[] buffer = new byte[4 * LONGEST];
  private int next;
  private int filled;
  private int from;
  private int to;
  private boolean ended;
  private boolean tooLong;
  private long number;

  /**
   * Reads from a stream.
   *
   * @param input the bytes; closed by the caller
   */
  public LineReader(InputStream input) {
    this.input = input;
  }

  /**
   * Moves to the next line.
   *
   * @return whether there is one
   * @throws IOException if reading fails
   */
  public boolean next() throws IOException {
    tooLong = false;
    int scanned = next;
    while (true) {
      int newline = newline(scanned);
      if (newline >= 0) {
        line(newline);
        next = newline + 1;
        return true;
      }
      if (ended) {
        if (next == filled) {
          return false;
        }
        line(filled);
        next = filled;
        return true;
      }
      scanned = filled;
      if (filled - next > LONGEST) {
        tooLong = true;
        next = filled - LONGEST;
      }
      scanned -= fill();
    }
  }

  private void line(int end) {
    number++;
    from = next;
    to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
    tooLong |= to - from > LONGEST;
  }

  private int newline(int start) {
    int at = start;
    byte[] bytes = buffer;
    int last = filled - ByteWord.BYTES;
    while (at <= last) {
      long newlines = ByteWord.equal(ByteWord.at(bytes, at), NEWLINES);
      if (newlines != 0) {
        return at + ByteWord.first(newlines);
      }
      at += ByteWord.BYTES;
    }
    while (at < filled) {
      if (bytes[at] == '\n') {
        return at;
      }
      at++;
    }
    return -1;
  }

  /** Reads more; returns by how much the bytes that were there moved towards the start. */
  private int fill() throws IOException {
    int moved = 0;
    if (filled > buffer.length - LONGEST) {
      moved = next;
      System.arraycopy(buffer, next, buffer, 0, filled - next);
      filled -= next;
      next = 0;
    }
    int read = input.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      ended = true;
    } else {
      filled += read;
    }
    return moved;
  }

  /**
   * The bytes of the line.
   *
   * @return an array in which the line lies between {@link #from} and {@link #to}
   */
  public byte[] bytes() {
    return buffer;
  }

  /**
   * Where the line starts.
   *
   * @return index of its first byte
   */
  public int from() {
    return from;
  }

  /**
   * Where the line ends, line end not included.
   *
   * @return one past its last byte
   */
  public int to() {
    return to;
  }

  /**
   * Whether the line was longer than {@link #LONGEST}; only its tail is then in the buffer.
   *
   * @return true for such a line
   */
  public boolean tooLong() {
    return tooLong;
  }

  /**
   * The line's number.
   *
   * @return from 1
   */
  public long number() {
    return number;
  }
}
