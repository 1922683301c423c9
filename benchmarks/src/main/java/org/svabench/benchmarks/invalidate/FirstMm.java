package org.svabench.benchmarks.invalidate;

import java.util.Arrays;
import org.svabench.benchmarks.trace.count.Cause;
import org.svabench.benchmarks.trace.notification.NotificationSink;
import org.svabench.results.input.BadInput;

/** Keeps the notifications of the first mm, as replay binds it. Bounded. */
final class FirstMm implements NotificationSink {
  private static final int FIRST = 0;
  private static final int SMALL = 12;
  private static final long PAGE = 4096;
  private static final int LIMIT = 1 << 22;

  private long[] starts = new long[1024];
  private long[] ends = new long[1024];
  private byte[] strides = new byte[1024];
  private int size;

  @Override
  public void invalidate(long nanos, int mm, long start, long end, int strideShift, Cause cause) {
    if (mm == FIRST) {
      add(start, end, strideShift);
    }
  }

  @Override
  public void invalidatePages(long nanos, int mm, long pages) {
    if (mm == FIRST) {
      add(0, Math.min(pages, Long.MAX_VALUE / PAGE) * PAGE, SMALL);
    }
  }

  private void add(long start, long end, int strideShift) {
    if (size == LIMIT) {
      throw new BadInput(
          "a trace of more than "
              + LIMIT
              + " notifications is no benchmark; cut it to the minutes that matter");
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      strides = Arrays.copyOf(strides, 2 * size);
    }
    starts[size] = start;
    ends[size] = end;
    strides[size] = (byte) strideShift;
    size++;
  }

  @Override
  public void takeBack(long nanos) {
    size = 0;
  }

  Workload workload(String name) {
    if (size == 0) {
      throw new BadInput(
          name + ": its first mm is never notified; java -jar benchmarks.jar replay shows why");
    }
    return new Workload(
        name, Arrays.copyOf(starts, size), Arrays.copyOf(ends, size), Arrays.copyOf(strides, size));
  }
}
