package org.svabench.benchmarks.trace.count;

import java.util.LinkedHashMap;
import java.util.Map;
import org.svabench.benchmarks.trace.text.Words;

/**
 * What a trace held: lines by kind and by name, notifications by cause, assumptions. Counting
 * allocates nothing. Not thread-safe.
 */
public final class TraceCounts {
  /** Most names that are told apart. */
  public static final int NAMES = 512;

  private final long[] kinds = new long[LineKind.values().length];
  private final long[] firstLine = new long[LineKind.values().length];
  private final long[] causes = new long[Cause.values().length];
  private final long[] assumptions = new long[Assumption.values().length];
  private final Words names = new Words(NAMES);
  private final long[] lines = new long[NAMES];
  private final boolean[] skipped = new boolean[NAMES];
  private long line;
  private long failedCalls;
  private long otherFlushes;
  private long informative;
  private boolean flushEvents;
  private boolean iommuEvents;

  /** The next line begins. */
  public void nextLine() {
    line++;
  }

  /**
   * The line being read.
   *
   * @return from 1
   */
  public long line() {
    return line;
  }

  /**
   * The current line is of this kind. Called once a line.
   *
   * @param kind what the line is
   */
  public void is(LineKind kind) {
    int index = kind.ordinal();
    if (kinds[index]++ == 0) {
      firstLine[index] = line;
    }
  }

  /**
   * The index of a name of a call or an event.
   *
   * @param bytes where it lies
   * @param from first byte
   * @param to one past the last
   * @return its index, for {@link #read} or {@link #other}
   */
  public int name(byte[] bytes, int from, int to) {
    return names.add(bytes, from, to);
  }

  /**
   * The current line is a call or an event that is understood.
   *
   * @param name its index
   */
  public void read(int name) {
    lines[name]++;
    is(LineKind.READ);
  }

  /**
   * The current line is a call or an event that has no part in the answer.
   *
   * @param name its index
   */
  public void other(int name) {
    lines[name]++;
    skipped[name] = true;
    is(LineKind.OTHER);
  }

  /**
   * The kernel notified.
   *
   * @param cause why
   */
  public void notified(Cause cause) {
    causes[cause.ordinal()]++;
  }

  /**
   * Something was assumed. What concerns calls no longer matters once flush events were seen.
   *
   * @param assumption what
   */
  public void assumed(Assumption assumption) {
    if (!(flushEvents && assumption.aboutCalls())) {
      assumptions[assumption.ordinal()]++;
    }
  }

  /**
   * The tracer lost events.
   *
   * @param events how many
   */
  public void lost(long events) {
    assumptions[Assumption.LOST.ordinal()] += events;
  }

  /** A call failed and so did nothing. */
  public void failed() {
    failedCalls++;
  }

  /** A call was not acted on, because the trace holds the kernel's own flush events. */
  public void informative() {
    informative++;
  }

  /** A flush event that is no notification, by its reason. */
  public void otherFlush() {
    otherFlushes++;
  }

  /** The trace holds events of the IOMMU driver. */
  public void sawIommuEvents() {
    iommuEvents = true;
  }

  /** The trace has turned out to hold flush events: what was counted for calls is taken back. */
  public void takeBack() {
    flushEvents = true;
    for (Cause cause : Cause.values()) {
      if (cause != Cause.FLUSH) {
        informative += causes[cause.ordinal()];
        causes[cause.ordinal()] = 0;
      }
    }
    for (Assumption assumption : Assumption.values()) {
      if (assumption.aboutCalls()) {
        assumptions[assumption.ordinal()] = 0;
      }
    }
  }

  /**
   * Lines read so far.
   *
   * @return the number
   */
  public long lines() {
    return line;
  }

  /**
   * Lines of a kind.
   *
   * @param kind the kind
   * @return the number
   */
  public long lines(LineKind kind) {
    return kinds[kind.ordinal()];
  }

  /**
   * The first line of a kind.
   *
   * @param kind the kind
   * @return its number, 0 when there is none
   */
  public long firstLine(LineKind kind) {
    return firstLine[kind.ordinal()];
  }

  /**
   * Lines by the name of their call or event.
   *
   * @param readOnes those that are understood, or those that have no part in the answer
   * @return name to lines, in order of appearance
   */
  public Map<String, Long> byName(boolean readOnes) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (lines[i] > 0 && skipped[i] != readOnes) {
        counts.put(names.word(i), lines[i]);
      }
    }
    return counts;
  }

  /**
   * Notifications of a cause.
   *
   * @param cause the cause
   * @return the number
   */
  public long notifications(Cause cause) {
    return causes[cause.ordinal()];
  }

  /**
   * Notifications of all causes, of all address spaces.
   *
   * @return the number
   */
  public long notifications() {
    long sum = 0;
    for (long count : causes) {
      sum += count;
    }
    return sum;
  }

  /**
   * How often something was assumed.
   *
   * @param assumption what
   * @return the number
   */
  public long assumptions(Assumption assumption) {
    return assumptions[assumption.ordinal()];
  }

  /**
   * Calls that failed.
   *
   * @return the number
   */
  public long failedCalls() {
    return failedCalls;
  }

  /**
   * Calls that invalidate but were not acted on, because flush events tell the same and more.
   *
   * @return the number
   */
  public long informativeCalls() {
    return informative;
  }

  /**
   * Flush events whose reason says that they are no notification of their own.
   *
   * @return the number
   */
  public long otherFlushes() {
    return otherFlushes;
  }

  /**
   * Whether the trace holds the kernel's own flush events.
   *
   * @return true when they are the notifications
   */
  public boolean flushEvents() {
    return flushEvents;
  }

  /**
   * Whether the trace holds events of the IOMMU driver, which are for comparing.
   *
   * @return true when there is at least one
   */
  public boolean iommuEvents() {
    return iommuEvents;
  }
}
