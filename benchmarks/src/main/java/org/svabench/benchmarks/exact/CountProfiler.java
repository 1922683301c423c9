package org.svabench.benchmarks.exact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Divides what the windows of an iteration counted by its operations. The operations are all that
 * JMH made, those outside the measured time too, since the windows are as long as the iteration. A
 * benchmark without a window gets no row from it.
 */
public final class CountProfiler implements InternalProfiler {
  private static final int MOST_WINDOWS = 1 << 16;

  /** Of fixed size, so that handing over makes no garbage in the iteration. */
  private static final Queue<CountWindow> CLOSED = new ArrayBlockingQueue<>(MOST_WINDOWS);

  /** As JMH makes its profilers. */
  public CountProfiler() {}

  static void accept(CountWindow window) {
    CLOSED.add(window);
  }

  @Override
  public String getDescription() {
    return "Exact commands, waits, exits and covered pages per operation";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    CLOSED.clear();
  }

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<CountWindow> windows = new ArrayList<>();
    for (CountWindow window = CLOSED.poll(); window != null; window = CLOSED.poll()) {
      windows.add(window);
    }
    List<Result> results = new ArrayList<>();
    if (!windows.isEmpty() && iteration.getType() == IterationType.MEASUREMENT) {
      long operations = operations(windows, result.getMetadata().getAllOps());
      for (Counted counted : Counted.VALUES) {
        results.add(perOperation(windows, counted, operations));
      }
      for (CountWindow window : windows) {
        if (window.isExact()) {
          results.add(new CountResult("coveredPages", true, window.coveredPages(), 1));
        }
      }
    }
    return results;
  }

  /** JMH's operations are those of all threads together, a window's are its own. */
  private static long operations(List<CountWindow> windows, long jmhs) {
    return windows.get(0).operations(-1) == -1
        ? jmhs
        : windows.stream().mapToLong(window -> window.operations(0)).sum();
  }

  static CountResult perOperation(List<CountWindow> windows, Counted counted, long operations) {
    boolean exact = windows.stream().allMatch(CountWindow::isExact);
    long events = windows.stream().mapToLong(window -> window.during(counted)).sum();
    if (exact && (operations == 0 || events % operations != 0)) {
      throw new IllegalStateException(
          events
              + " "
              + counted.label(true)
              + " in "
              + operations
              + " operations is no whole number per operation; a benchmark whose operations differ"
              + " opens a mean window");
    }
    return new CountResult(counted.label(exact), exact, events, operations);
  }
}
