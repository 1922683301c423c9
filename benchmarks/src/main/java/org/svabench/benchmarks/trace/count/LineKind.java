package org.svabench.benchmarks.trace.count;

/** What a line was. Every line is of exactly one kind. */
public enum LineKind {
  /** A system call or an event that is understood. */
  READ("calls and events read", false),
  /** The second half of a call that began on an earlier line. */
  CONTINUATION("second halves of calls", false),
  /** The end of a thread. */
  END_OF_THREAD("ends of threads", false),
  /** A record of the tracer about threads. */
  THREAD_RECORD("records of threads", false),
  /** A record of events that the tracer lost. */
  LOST("records of lost events", false),
  /** A comment or a header. */
  COMMENT("comments and headers", false),
  /** A system call or an event that changes no mapping; counted by name. */
  OTHER("other calls and events", true),
  /** A signal. */
  SIGNAL("signals", true),
  /** A message of the tracer. */
  MESSAGE("messages of the tracer", true),
  /** A frame of a call stack. */
  STACK_FRAME("stack frames", true),
  /** A line without content. */
  BLANK("blank lines", true),
  /** The second half of a call whose first half is not in the trace. */
  ORPHAN("second halves without a first half", true),
  /** A line without a time. */
  NO_TIME("lines without a time", true),
  /** A line with an address, a length or a thread that no kernel would print. */
  OUT_OF_RANGE("numbers out of range", true),
  /** A line longer than is looked at. */
  TOO_LONG("lines too long", true),
  /** A line that makes no sense in this format. */
  MALFORMED("malformed lines", true);

  private final String label;
  private final boolean skipped;

  LineKind(String label, boolean skipped) {
    this.label = label;
    this.skipped = skipped;
  }

  /**
   * The words used in the output.
   *
   * @return a plural
   */
  public String label() {
    return label;
  }

  /**
   * Whether such lines have no part in the answer.
   *
   * @return true for those that the output lists as skipped
   */
  public boolean skipped() {
    return skipped;
  }
}
