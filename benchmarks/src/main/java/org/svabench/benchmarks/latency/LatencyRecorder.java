package org.svabench.benchmarks.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Control;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;
import org.svabench.results.doctor.Timer;

/**
 * The calls one benchmark thread times.
 *
 * <p>Results need {@link LatencyProfiler}, which our command line always adds. The recorder reaches
 * it after every iteration, when JMH has joined the workers, so plain histograms are enough.
 */
@State(Scope.Thread)
public class LatencyRecorder {
  /**
   * Calls per sample to begin with. Samples shorter than ten readings of the timer are made longer
   * during warm-up, eightfold at a time. Compared rows should begin with so many that none is made
   * longer, since a mean of 64 has another distribution than single calls.
   */
  @Param("64")
  public int batch;

  private final List<RecordedTimes> recorded = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private double timerNanoseconds;

  /** Measures the timer; the benchmark's own state then asks for its calls. */
  @Setup(Level.Trial)
  public void measureTimer() {
    timerNanoseconds = Timer.measured().nanosPerReading();
  }

  /**
   * A call to be timed on this thread.
   *
   * @param name one word of letters and digits; percentiles are reported under it
   * @param mostCalls how many of them the benchmark makes in a row, a multiple of {@code batch}
   * @return to be used by this thread only
   */
  public TimedCall call(String name, int mostCalls) {
    if (batch < 1 || mostCalls % batch != 0) {
      throw new IllegalArgumentException(
          "-p batch=" + batch + ": must divide the " + mostCalls + " calls made in a row");
    }
    TimedCall call = new TimedCall(name, batch, mostCalls);
    recorded.add(call);
    return call;
  }

  /**
   * Times that the benchmark takes itself on this thread, one by one.
   *
   * @param name one word of letters and digits; percentiles are reported under it
   * @return to be used by this thread only
   */
  public RecordedTimes times(String name) {
    RecordedTimes times = new RecordedTimes(name);
    recorded.add(times);
    return times;
  }

  /**
   * Something to be done after each measured iteration, when what it allocates is nobody's garbage:
   * a warning, say.
   */
  void afterwards(Runnable action) {
    afterwards.add(action);
  }

  /** A figure to be reported beside the times of each measured iteration. */
  void figure(String name, String unit, DoubleSupplier value) {
    figures.add(new Figure(name, unit, value));
  }

  /**
   * Begins an iteration.
   *
   * @param window says when measured time begins and ends
   */
  @Setup(Level.Iteration)
  public void open(Control window) {
    // By index, here and below: an iterator would be garbage of every iteration.
    for (int i = 0; i < recorded.size(); i++) {
      recorded.get(i).open(window);
    }
  }

  /**
   * Ends an iteration.
   *
   * @param iteration warm-up or measured
   */
  @TearDown(Level.Iteration)
  public void close(IterationParams iteration) {
    for (int i = 0; i < recorded.size(); i++) {
      RecordedTimes times = recorded.get(i);
      times.close();
      if (iteration.getType() == IterationType.WARMUP) {
        times.lengthenFor(timerNanoseconds);
      }
    }
    LatencyProfiler.accept(this);
  }

  List<RecordedTimes> recorded() {
    return recorded;
  }

  List<Figure> figures() {
    return figures;
  }

  List<Runnable> afterwards() {
    return afterwards;
  }

  double timerNanoseconds() {
    return timerNanoseconds;
  }

  /** A number of one iteration. */
  record Figure(String name, String unit, DoubleSupplier value) {}
}
