package org.svabench.benchmarks.suite;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.svabench.benchmarks.latency.HistogramResult;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.jmh.JmhJson;
import org.svabench.results.jmh.JmhResult;
import org.svabench.results.run.RowRecord;

/**
 * The finished forks of one row, and what JMH makes of them together. Its JSON is rendered once per
 * fork, so that publishing a run costs as much as its newest row, not as all of them.
 */
final class RowForks {
  private final Row row;
  private final int planned;
  private final List<FinishedFork> forks = new ArrayList<>();
  private String failure;
  private String json;
  private JmhResult parsed;

  RowForks(Row row, int planned) {
    this.row = row;
    this.planned = planned;
  }

  Row row() {
    return row;
  }

  boolean has(int round) {
    return forks.stream().anyMatch(fork -> fork.round() == round);
  }

  int finished() {
    return forks.size();
  }

  boolean isEmpty() {
    return forks.isEmpty();
  }

  boolean failed() {
    return failure != null;
  }

  void fail(String why) {
    failure = why;
  }

  void add(FinishedFork fork) {
    forks.add(fork);
    json = null;
    parsed = null;
  }

  void remove(FinishedFork fork) {
    forks.remove(fork);
    json = null;
    parsed = null;
  }

  /** JMH's result of all forks so far; at least one. */
  RunResult result() {
    List<BenchmarkResult> results = forks.stream().map(FinishedFork::result).toList();
    return new RunResult(withForks(results.get(0).getParams(), results.size()), results);
  }

  /** The row in JMH's JSON, an object without the array around it. */
  String json() {
    if (json == null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
      ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(List.of(result()));
      out.flush();
      String array = bytes.toString(StandardCharsets.UTF_8);
      json = array.substring(array.indexOf('[') + 1, array.lastIndexOf(']')).strip();
    }
    return json;
  }

  /** The row as any reader of JMH's JSON sees it. */
  JmhResult parsed() {
    if (parsed == null) {
      parsed = JmhJson.of(JsonDocument.of(row.toString(), "[" + json() + "]")).get(0);
    }
    return parsed;
  }

  /** Every histogram, per name of what was timed, one per measured iteration in time order. */
  Map<String, List<HistogramResult>> histograms() {
    Map<String, List<HistogramResult>> histograms = new LinkedHashMap<>();
    for (FinishedFork fork : forks) {
      for (IterationResult iteration : fork.result().getIterationResults()) {
        for (Result<?> result : iteration.getSecondaryResults().values()) {
          if (result instanceof HistogramResult) {
            HistogramResult histogram = (HistogramResult) result;
            Histogram samples = histogram.histogram();
            samples.setTag("fork-" + fork.round());
            histograms.computeIfAbsent(histogram.getLabel(), l -> new ArrayList<>()).add(histogram);
          }
        }
      }
    }
    return histograms;
  }

  RowRecord record() {
    return new RowRecord(
        row.benchmark(),
        row.params(),
        planned,
        forks.stream().map(FinishedFork::record).toList(),
        failure);
  }

  /** Each fork was run as the only one; together they are a run of so many. */
  private static BenchmarkParams withForks(BenchmarkParams one, int forks) {
    WorkloadParams params = new WorkloadParams();
    for (String key : one.getParamsKeys()) {
      params.put(key, one.getParam(key), 0);
    }
    return new BenchmarkParams(
        one.getBenchmark(),
        one.generatedBenchmark(),
        one.shouldSynchIterations(),
        one.getThreads(),
        one.getThreadGroups(),
        one.getThreadGroupLabels(),
        forks,
        one.getWarmupForks(),
        one.getWarmup(),
        one.getMeasurement(),
        one.getMode(),
        params,
        one.getTimeUnit(),
        one.getOpsPerInvocation(),
        one.getJvm(),
        one.getJvmArgs(),
        one.getJdkVersion(),
        one.getVmName(),
        one.getVmVersion(),
        one.getJmhVersion(),
        one.getTimeout());
  }
}
