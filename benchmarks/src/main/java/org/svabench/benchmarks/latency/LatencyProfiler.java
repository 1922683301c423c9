package org.svabench.benchmarks.latency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Turns what the recorders of an iteration hold into results of JMH: a histogram per timed call,
 * and what the timer costs in this fork. A benchmark without a recorder gets no row from it.
 *
 * <p>JMH joins the workers of an iteration before it asks the profilers, so the recorders are quiet
 * by then.
 */
public final class LatencyProfiler implements InternalProfiler {
  private static final int MOST_THREADS = 1 << 16;

  /** Of fixed size, so that handing over makes no garbage in the iteration. */
  private static final Queue<LatencyRecorder> CLOSED = new ArrayBlockingQueue<>(MOST_THREADS);

  /** As JMH makes its profilers. */
  public LatencyProfiler() {}

  static void accept(LatencyRecorder recorder) {
    CLOSED.add(recorder);
  }

  @Override
  public String getDescription() {
    return "Latency histograms of benchmarks that record them, percentiles in the results";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    CLOSED.clear();
  }

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result> results = new ArrayList<>();
    for (LatencyRecorder recorder = CLOSED.poll(); recorder != null; recorder = CLOSED.poll()) {
      if (iteration.getType() == IterationType.MEASUREMENT) {
        add(recorder, results);
      }
    }
    return results;
  }

  @SuppressWarnings("rawtypes") // as JMH declares it
  private static void add(LatencyRecorder recorder, List<Result> results) {
    for (RecordedTimes times : recorder.recorded()) {
      HistogramResult histogram = times.result();
      if (histogram != null) {
        results.add(histogram);
      }
    }
    for (LatencyRecorder.Figure figure : recorder.figures()) {
      results.add(
          new ScalarResult(
              figure.name(), figure.value().getAsDouble(), figure.unit(), AggregationPolicy.AVG));
    }
    recorder.afterwards().forEach(Runnable::run);
    if (!recorder.recorded().isEmpty()) {
      results.add(
          new ScalarResult("timer", recorder.timerNanoseconds(), "ns", AggregationPolicy.AVG));
    }
  }
}
