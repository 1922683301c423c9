package org.svabench.benchmarks.trace.text;

import java.nio.charset.StandardCharsets;

/**
 * A position in one line of bytes, and the words around it. Methods that look for something leave
 * the position unchanged when it is not there. Allocates nothing but in {@link #text}.
 */
public abstract sealed class Position permits Cursor {
  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  Position() {}

  /**
   * Moves to the start of another line.
   *
   * @param line the bytes that hold the line
   * @param from first byte of the line
   * @param to one past its last byte
   */
  public void over(byte[] line, int from, int to) {
    bytes = line;
    at = from;
    end = to;
  }

  /**
   * The bytes under the cursor.
   *
   * @return the array given to {@link #over}
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * Where the cursor stands.
   *
   * @return index into {@link #bytes}
   */
  public int at() {
    return at;
  }

  /**
   * Where the line ends.
   *
   * @return one past the last byte
   */
  public int end() {
    return end;
  }

  /**
   * Moves the cursor.
   *
   * @param position index into {@link #bytes}, at most {@link #end}
   */
  public void moveTo(int position) {
    at = position;
  }

  /**
   * Cuts the line short.
   *
   * @param position the new end
   */
  public void endAt(int position) {
    end = position;
  }

  /**
   * The next byte.
   *
   * @return the byte, or -1 at the end
   */
  public int peek() {
    return at < end ? bytes[at] : -1;
  }

  /** Steps over blanks and tabs. */
  public void skipBlanks() {
    while (at < end && (bytes[at] == ' ' || bytes[at] == '\t')) {
      at++;
    }
  }

  /** Steps to the next blank, tab or the end. */
  public void skipToBlank() {
    while (at < end && bytes[at] != ' ' && bytes[at] != '\t') {
      at++;
    }
  }

  /**
   * Steps over one byte if it is the expected one.
   *
   * @param expected the byte
   * @return whether it was there
   */
  public boolean take(char expected) {
    if (at < end && bytes[at] == expected) {
      at++;
      return true;
    }
    return false;
  }

  /**
   * Steps over a word if it is next.
   *
   * @param expected ASCII bytes
   * @return whether it was there
   */
  public boolean take(byte[] expected) {
    if (!startsWith(at, expected)) {
      return false;
    }
    at += expected.length;
    return true;
  }

  /**
   * Whether a word stands at a position.
   *
   * @param position index into {@link #bytes}
   * @param expected ASCII bytes
   * @return whether all of it is there before the end
   */
  public boolean startsWith(int position, byte[] expected) {
    if (end - position < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[position + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the line ends with a word.
   *
   * @param expected ASCII bytes
   * @return whether it does, at or after the cursor
   */
  public boolean endsWith(byte[] expected) {
    int start = end - expected.length;
    return start >= at && startsWith(start, expected);
  }

  /**
   * Moves behind the next occurrence of a word.
   *
   * @param wanted ASCII bytes, not empty
   * @return whether there is one
   */
  public boolean skipPast(byte[] wanted) {
    int found = find(wanted);
    if (found < 0) {
      return false;
    }
    at = found + wanted.length;
    return true;
  }

  /**
   * The next occurrence of a word.
   *
   * @param wanted ASCII bytes, not empty
   * @return its index, or -1
   */
  public int find(byte[] wanted) {
    int last = end - wanted.length;
    for (int i = at; i <= last; i++) {
      if (bytes[i] == wanted[0] && startsWith(i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The next occurrence of a byte.
   *
   * @param wanted the byte
   * @return its index, or -1
   */
  public int find(char wanted) {
    for (int i = at; i < end; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Where a name ends that starts at the cursor: at the first byte that is no small letter, digit
   * or underscore.
   *
   * @return index into {@link #bytes}, at most {@link #end}
   */
  public int endOfName() {
    int position = at;
    int parts;
    do {
      long word = ByteWord.upTo(bytes, position, end);
      long marks = ByteWord.between(word, 'a', 'z') | ByteWord.between(word, '0', '9');
      parts = ByteWord.leading(marks | ByteWord.between(word, '_', '_'));
      position += parts;
    } while (parts == ByteWord.BYTES);
    return position;
  }

  /**
   * The last occurrence of a word at or after the cursor.
   *
   * @param wanted ASCII bytes, not empty
   * @return its index, or -1
   */
  public int findLast(byte[] wanted) {
    for (int i = end - wanted.length; i >= at; i--) {
      if (bytes[i] == wanted[0] && startsWith(i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Part of the line as a string; for what happens once per process, not once per line.
   *
   * @param from first byte
   * @param to one past the last
   * @return the text
   */
  public String text(int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }
}
