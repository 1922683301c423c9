package org.svabench.benchmarks.trace.process;

import org.svabench.benchmarks.trace.count.Assumption;
import org.svabench.benchmarks.trace.count.Cause;
import org.svabench.benchmarks.trace.count.TraceCounts;
import org.svabench.benchmarks.trace.notification.NotificationSink;

/**
 * The kernel's own flush events. From the first one on they are the notifications, and what calls
 * seemed to notify is taken back.
 */
final class Flushes {
  /** {@code TLB_LOCAL_MM_SHOOTDOWN}: this processor's part of a flush. */
  private static final int LOCAL = 3;

  /** {@code TLB_REMOTE_SEND_IPI}: other processors are asked to flush. */
  private static final int REMOTE = 4;

  private static final int SMALL = 12;

  private final ProcessTable table;
  private final TraceClock clock;
  private final NotificationSink sink;
  private final TraceCounts counts;

  Flushes(ProcessTable table, TraceClock clock, NotificationSink sink, TraceCounts counts) {
    this.table = table;
    this.clock = clock;
    this.sink = sink;
    this.counts = counts;
  }

  /** A flush of pages at unknown addresses, of all pages below 0. */
  void flush(Task task, long pages, int reason) {
    boolean local = reason == LOCAL;
    boolean answered = local && task.sentFlush;
    if (local || reason == 0) {
      task.sentFlush = false;
    }
    if (answered || !local && reason != REMOTE) {
      counts.otherFlush();
      return;
    }
    task.sentFlush = reason == REMOTE;
    Process process = task.process;
    notified(process);
    int mm = process.space.number();
    if (pages < 0) {
      process.flushedEverything = clock.now();
      counts.assumed(Assumption.FLUSH_WITHOUT_RANGE);
      sink.invalidate(clock.now(), mm, 0, NotificationSink.EVERYTHING, SMALL, Cause.FLUSH);
    } else {
      sink.invalidatePages(clock.now(), mm, Math.max(1, pages));
    }
  }

  /** A flush of a known range. */
  void flushRange(Process process, long start, long end, int strideShift) {
    notified(process);
    sink.invalidate(clock.now(), process.space.number(), start, end, strideShift, Cause.FLUSH);
  }

  private void notified(Process process) {
    if (!counts.flushEvents()) {
      counts.takeBack();
      sink.takeBack(clock.now());
    }
    table.announce(process);
    counts.notified(Cause.FLUSH);
  }
}
