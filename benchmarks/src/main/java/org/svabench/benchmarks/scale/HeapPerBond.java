package org.svabench.benchmarks.scale;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What the bonds of {@link PasidSpace} weigh: the heap in use with them, less the heap in use
 * before, both after a full collection, by the number of bonds. Other benchmarks get no row from
 * it.
 */
public final class HeapPerBond implements InternalProfiler {
  private static volatile double weight = Double.NaN;

  /** As JMH makes its profilers. */
  public HeapPerBond() {}

  /** Collects until nothing more goes: what starting up left behind may take more than once. */
  static long bytesInUse() {
    long before;
    long inUse = Long.MAX_VALUE;
    do {
      before = inUse;
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      inUse = runtime.totalMemory() - runtime.freeMemory();
    } while (inUse < before);
    return inUse;
  }

  static void accept(long bytes, long bonds) {
    weight = bytes / (double) bonds;
  }

  @Override
  public String getDescription() {
    return "Heap per bond, where a benchmark weighs its bonds";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return Double.isNaN(weight)
        ? List.of()
        : List.of(new ScalarResult("bytesPerBond", weight, "B", AggregationPolicy.AVG));
  }
}
