package org.svabench.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.svabench.benchmarks.exact.CountProfiler;
import org.svabench.benchmarks.harness.Empty;
import org.svabench.benchmarks.jmh.Selection;
import org.svabench.benchmarks.latency.LatencyProfiler;

/**
 * Every benchmark of the jar, briefly, with {@code -prof gc}. What the harness itself allocates in
 * an iteration is measured by the empty benchmark of the same shape and taken off.
 *
 * <p>The least of many iterations counts on both sides: what a benchmark allocates it allocates in
 * each. In some only, a class is loaded late, a pool grows to a new high-water mark because the
 * scheduler stopped a reader that holds its objects back, or a worker of the harness has to queue
 * for a lock. The harness' own least differs between forks by a queue node or two of 32 bytes; the
 * highest of {@value #FORKS} is taken off, and a row fails that is above in as many.
 */
@Tag("nightly")
class AllocationIT {
  private static final String EMPTY = Empty.class.getName();

  /** Benchmarks of the tests, some of which allocate on purpose. */
  private static final List<String> NOT_OURS =
      List.of("org.svabench.benchmarks.fixture.", "org.svabench.benchmarks.evidence.");

  /** Operations of an iteration from which on bytes per operation mean something. */
  private static final long MANY = 1_000_000;

  private static final int FORKS = 3;

  private final Map<String, Double> harness = new HashMap<>();

  @Test
  void noBenchmarkAllocates() throws RunnerException {
    List<String> allocating = new ArrayList<>();
    int looked = 0;
    for (BenchmarkListEntry entry : Selection.of(List.of(), List.of())) {
      if (NOT_OURS.stream().anyMatch(entry.getUsername()::startsWith)) {
        continue;
      }
      for (boolean last : new boolean[] {false, true}) {
        String figures = figuresWhereAllocating(entry, last);
        for (int again = 1; again < FORKS && figures != null; again++) {
          figures = figuresWhereAllocating(entry, last);
        }
        if (figures != null) {
          allocating.add(figures);
        }
        looked++;
        if (!entry.getParams().hasValue()) {
          break;
        }
      }
    }
    assertTrue(looked > 20, "only " + looked + " rows were looked at");
    assertEquals(List.of(), allocating);
  }

  /** What one fork allocates beyond the harness; null where that is as good as nothing. */
  private String figuresWhereAllocating(BenchmarkListEntry entry, boolean last)
      throws RunnerException {
    RunResult run = run(entry, last, 0);
    double own = harness(run.getParams());
    double bytes = bytesPerIteration(run) - own;
    double operations = operationsPerIteration(run);
    String figures =
        String.format(
            "%s %s: %.0f B an iteration of %.0f operations beyond the harness' %.0f",
            entry.getUsername(), params(run), bytes, operations, own);
    System.out.println(figures);
    return (operations >= MANY ? bytes / operations < 0.01 : bytes < 64) ? null : figures;
  }

  private double harness(BenchmarkParams shape) throws RunnerException {
    boolean group = shape.getThreadGroups().length > 1;
    int threads = group ? 0 : shape.getThreads();
    String empty = EMPTY + (group ? ".together" : ".nothing");
    String key = empty + threads;
    if (!harness.containsKey(key)) {
      BenchmarkListEntry entry =
          Selection.of(List.of("^" + empty + "$"), List.of()).iterator().next();
      double most = 0;
      for (int fork = 0; fork < FORKS; fork++) {
        most = Math.max(most, bytesPerIteration(run(entry, false, threads)));
      }
      harness.put(key, most);
    }
    return harness.get(key);
  }

  private static RunResult run(BenchmarkListEntry entry, boolean last, int threads)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + entry.getUsername() + "$")
            .forks(1)
            .jvmArgs() // those of this JVM would set the heap
            .warmupIterations(4)
            .warmupTime(TimeValue.milliseconds(60))
            .measurementIterations(20)
            .measurementTime(TimeValue.milliseconds(20))
            .addProfiler(CountProfiler.class)
            .addProfiler(LatencyProfiler.class)
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (threads > 0) {
      options = options.threads(threads);
    }
    if (entry.getParams().hasValue()) {
      for (Map.Entry<String, String[]> param : entry.getParams().get().entrySet()) {
        String[] values = param.getValue();
        options = options.param(param.getKey(), values[last ? values.length - 1 : 0]);
      }
    }
    return new Runner(options.build()).runSingle();
  }

  private static String params(RunResult run) {
    List<String> params = new ArrayList<>();
    for (String key : run.getParams().getParamsKeys()) {
      params.add(key + "=" + run.getParams().getParam(key));
    }
    return String.join(" ", params);
  }

  private static double bytesPerIteration(RunResult run) {
    return least(
        run,
        it ->
            it.getSecondaryResults().get("gc.alloc.rate.norm").getScore()
                * it.getMetadata().getAllOps());
  }

  private static double operationsPerIteration(RunResult run) {
    return least(run, it -> it.getMetadata().getAllOps());
  }

  private static double least(RunResult run, ToDoubleFunction<IterationResult> figure) {
    return run.getBenchmarkResults().stream()
        .map(BenchmarkResult::getIterationResults)
        .flatMap(Collection::stream)
        .mapToDouble(figure)
        .min()
        .orElseThrow();
  }
}
