package org.svabench.benchmarks.trace.format;

/** Turns the lines of one format into events. Takes any bytes; counts what it cannot read. */
public interface LineParser {
  /**
   * The next line.
   *
   * @param bytes where it lies; not kept
   * @param from first byte
   * @param to one past the last, line end not included
   */
  void line(byte[] bytes, int from, int to);

  /** The text has ended: what was held back is told now. */
  default void end() {}
}
