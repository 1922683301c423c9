package org.svabench.benchmarks.trace.notification;

import org.svabench.benchmarks.trace.count.Cause;

/** Listens to nothing, where a trace is read for something else than its notifications. */
final class Nobody implements NotificationSink {
  @Override
  public void invalidate(long nanos, int mm, long start, long end, int strideShift, Cause cause) {}

  @Override
  public void invalidatePages(long nanos, int mm, long pages) {}

  @Override
  public void takeBack(long nanos) {}
}
