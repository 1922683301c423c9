package org.svabench.benchmarks.trace.count;

/** What had to be assumed because the trace does not show it; counted, and said in the output. */
public enum Assumption {
  /** A range that the trace never saw mapped may have been mapped before it began. */
  UNKNOWN_MAPPING("range never seen mapped, taken as mapped", true),
  /** Rights set on a mapping whose old rights the trace never showed. */
  UNKNOWN_RIGHTS("old rights unknown, taken as removed", true),
  /** A call whose result the trace does not show. */
  RESULT_UNKNOWN("result unknown, taken as success", true),
  /** A call whose result is needed to know what it did, and is not shown. */
  EFFECT_UNKNOWN("result unknown and needed, no notification", true),
  /** A call that never returned within the trace. */
  UNFINISHED("call never finished, no notification", true),
  /** A call that may invalidate, in a way no argument shows. */
  SEEN_BUT_UNKNOWN("call seen, its invalidations are unknown", true),
  /** A range that was never accessible: a reservation holds no translation. */
  NEVER_ACCESSIBLE(
      "range reserved and never accessible, counted although nothing can be cached", true),
  /** Start of the heap not known when it moved. */
  UNKNOWN_BREAK("end of the heap unknown when it moved, no notification", true),
  /** A thread whose creation the trace does not show. */
  UNKNOWN_THREAD("thread of unknown origin, taken as a thread of the first process", false),
  /** A thread taken as a child process, from a flush of everything just before it appeared. */
  GUESSED_FORK("thread taken as a forked child: its parent flushed everything just before", false),
  /** A flush of everything whose range a kernel from 6.15 on would have passed on exactly. */
  FLUSH_WITHOUT_RANGE("flush of everything without a range, taken as the whole mm", false),
  /** More ranges in one mm than are tracked. */
  TOO_FRAGMENTED("address space too fragmented to track, its mappings taken as unknown", true),
  /** The clock stepped back, or forward by more than an hour. */
  CLOCK_JUMP("clock jumped, time taken as standing still", false),
  /** Events that the tracer lost. */
  LOST("events lost by the tracer", false);

  private final String words;
  private final boolean aboutCalls;

  Assumption(String words, boolean aboutCalls) {
    this.words = words;
    this.aboutCalls = aboutCalls;
  }

  /**
   * Whether it concerns what a system call invalidated.
   *
   * @return true for what no longer matters once flush events are the notifications
   */
  boolean aboutCalls() {
    return aboutCalls;
  }

  /**
   * The assumption in words.
   *
   * @return the text shown beside the count
   */
  public String words() {
    return words;
  }
}
