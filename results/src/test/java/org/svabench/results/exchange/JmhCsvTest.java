package org.svabench.results.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.SampleTimeResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.SampleBuffer;

class JmhCsvTest {
  @TempDir Path folder;

  @Test
  void csvMadeOfTheJsonIsTheCsvThatJmhWrites() throws IOException {
    RunResult times = run("org.demo.Q.poll", "a, b \"c\"", false);
    RunResult samples = run("org.demo.Q.sampled", "plain", true);
    List<RunResult> results = List.of(times, samples);
    Path json =
        Files.writeString(folder.resolve("r.json"), written(ResultFormatType.JSON, results));

    String csv =
        new String(
            ExportFormat.CSV.export(Exported.of(json), ExportOptions.NONE).content(),
            StandardCharsets.UTF_8);

    assertEquals(written(ResultFormatType.CSV, results), csv);
  }

  private static String written(ResultFormatType type, List<RunResult> results) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    ResultFormatFactory.getInstance(type, print).writeOut(results);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static RunResult run(String benchmark, String value, boolean sampled) {
    BenchmarkParams params = params(benchmark, value, sampled);
    List<IterationResult> iterations = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      IterationResult iteration = new IterationResult(params, params.getMeasurement(), null);
      if (sampled) {
        SampleBuffer buffer = new SampleBuffer();
        for (int n = 0; n < 40; n++) {
          buffer.add(100 + n * i);
        }
        iteration.addResult(
            new SampleTimeResult(ResultRole.PRIMARY, "sampled", buffer, TimeUnit.NANOSECONDS));
      } else {
        iteration.addResult(
            new AverageTimeResult(ResultRole.PRIMARY, "poll", 100, 1234 + i, TimeUnit.NANOSECONDS));
        iteration.addResult(new ScalarResult("commands", 8, "#/op", AggregationPolicy.AVG));
      }
      iterations.add(iteration);
    }
    return new RunResult(params, List.of(new BenchmarkResult(params, iterations)));
  }

  private static BenchmarkParams params(String benchmark, String value, boolean sampled) {
    WorkloadParams workload = new WorkloadParams();
    workload.put("kind", value, 0);
    IterationParams shape =
        new IterationParams(IterationType.MEASUREMENT, 3, TimeValue.milliseconds(100), 1);
    return new BenchmarkParams(
        benchmark,
        benchmark,
        true,
        1,
        new int[] {1},
        List.of(),
        1,
        0,
        shape,
        shape,
        sampled
            ? org.openjdk.jmh.annotations.Mode.SampleTime
            : org.openjdk.jmh.annotations.Mode.AverageTime,
        workload,
        TimeUnit.NANOSECONDS,
        1,
        "java",
        List.of("-Xmx1g"),
        "17",
        "VM",
        "17",
        "1.37",
        TimeValue.minutes(1));
  }
}
