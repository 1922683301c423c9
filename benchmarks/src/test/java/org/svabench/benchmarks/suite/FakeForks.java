package org.svabench.benchmarks.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.BenchmarkResultMetaData;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs forks without JVMs: the n-th fork of this runner takes n nanoseconds an operation. */
class FakeForks implements ForkRunner {
  final List<Row> ran = new ArrayList<>();

  @Override
  public BenchmarkResult run(Row row) throws ForkFailed {
    ran.add(row);
    return result(row, ran.size());
  }

  static BenchmarkResult result(Row row, long nanoseconds) {
    WorkloadParams workload = new WorkloadParams();
    row.params().forEach((name, value) -> workload.put(name, value, 0));
    IterationParams iterations =
        new IterationParams(IterationType.MEASUREMENT, 2, TimeValue.milliseconds(10), 1);
    BenchmarkParams params =
        new BenchmarkParams(
            row.benchmark(),
            "generated",
            true,
            1,
            new int[] {1},
            List.of(),
            1,
            0,
            iterations,
            iterations,
            Mode.AverageTime,
            workload,
            TimeUnit.NANOSECONDS,
            1,
            "java",
            List.of("-Xmx64m"),
            "17",
            "vm",
            "17",
            "1.37",
            TimeValue.seconds(1));
    List<IterationResult> results = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      IterationResult iteration =
          new IterationResult(params, iterations, new IterationResultMetaData(1000, 1000));
      iteration.addResult(
          new AverageTimeResult(
              ResultRole.PRIMARY, "b", 1000, nanoseconds * 1000, TimeUnit.NANOSECONDS));
      results.add(iteration);
    }
    return new BenchmarkResult(params, results, new BenchmarkResultMetaData(0, 0, 0, 0, 0));
  }
}
