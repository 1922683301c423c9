package org.svabench.benchmarks.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;
import org.svabench.results.doctor.Timer;

/**
 * Sets iterations of {@link KernelRows} beside {@link KernelNanos}: {@code ratio} is model ns /
 * kernel ns x {@link KernelNanos#CLOCK} / {@code clock}, where {@code clock} was measured right
 * after the iteration, since machines drift. Other benchmarks get no row from it.
 */
public final class KernelRatio implements InternalProfiler {
  private static final String ROWS = KernelRows.class.getName() + ".";

  /** As JMH makes its profilers. */
  public KernelRatio() {}

  @Override
  public String getDescription() {
    return "Time beside that of the kernel's own C, where that was measured";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    if (!benchmark.getBenchmark().startsWith(ROWS)) {
      return List.of();
    }
    // During warm-up too, so that the reading is compiled when it counts.
    final double clock = Timer.measured().nanosPerReading();
    List<Result> results = new ArrayList<>();
    if (iteration.getType() == IterationType.MEASUREMENT) {
      results.add(new ScalarResult("clock", clock, "ns", AggregationPolicy.AVG));
      OptionalInt kernel =
          KernelNanos.of(
              benchmark.getBenchmark().substring(ROWS.length()),
              benchmark.getParam("design"),
              benchmark.getParam("topology"));
      if (kernel.isPresent()) {
        results.add(
            new ScalarResult(
                "ratio",
                ratio(result.getPrimaryResult().getScore(), kernel.getAsInt(), clock),
                "x",
                AggregationPolicy.AVG));
      }
    }
    return results;
  }

  static double ratio(double modelNanos, int kernelNanos, double clockNanos) {
    return modelNanos / kernelNanos * (KernelNanos.CLOCK / clockNanos);
  }
}
