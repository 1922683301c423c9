package org.svabench.benchmarks.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.svabench.benchmarks.exact.CountProfiler;
import org.svabench.benchmarks.fixture.Tiny;

/** Two threads in two forks of real JVMs. */
class LatencyUnderJmhIT {
  @Test
  void everySampleOfEveryThreadIterationAndForkArrivesAndNoneFromOutsideTheWindow()
      throws RunnerException {
    RunResult run =
        new Runner(
                new OptionsBuilder()
                    .include(Tiny.class.getName() + ".counted")
                    .param("design", "vtd-6.6")
                    .param("topology", "spr-1s-dsa")
                    .param("batch", "1")
                    .threads(2)
                    .forks(2)
                    .addProfiler(CountProfiler.class)
                    .addProfiler(LatencyProfiler.class)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .runSingle();

    long samples = 0;
    long measured = 0;
    long outside = 0;
    for (BenchmarkResult fork : run.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        samples += samples(iteration.getSecondaryResults());
        measured += iteration.getMetadata().getMeasuredOps();
        outside += iteration.getMetadata().getAllOps() - iteration.getMetadata().getMeasuredOps();
      }
    }

    assertEquals(4, iterations(run));
    // On a busy machine one fork may time single calls and the other means of 8: two results then.
    assertEquals(samples, samples(run.getSecondaryResults()));
    assertTrue(samples > 0 && samples <= measured, samples + " samples of " + measured);
    assertTrue(outside > 0, "no call outside the window: the test shows nothing");
    for (HistogramResult call : histograms(run.getSecondaryResults())) {
      assertTrue(
          run.getSecondaryResults().get(call.getLabel() + ".p99").getScore()
              >= run.getSecondaryResults().get(call.getLabel() + ".p50").getScore());
    }
    assertTrue(run.getSecondaryResults().get("timer").getScore() > 0);
    assertEquals(3, run.getSecondaryResults().get("commands").getScore());
    assertEquals(6, run.getSecondaryResults().get("waits").getScore());
    assertEquals(5, run.getSecondaryResults().get("coveredPages").getScore());
  }

  private static int iterations(RunResult run) {
    return run.getBenchmarkResults().stream()
        .mapToInt(fork -> fork.getIterationResults().size())
        .sum();
  }

  @SuppressWarnings("rawtypes") // as JMH declares it
  private static long samples(Map<String, Result> results) {
    return histograms(results).stream().mapToLong(r -> r.histogram().getTotalCount()).sum();
  }

  @SuppressWarnings("rawtypes") // as JMH declares it
  private static List<HistogramResult> histograms(Map<String, Result> results) {
    return results.values().stream()
        .filter(HistogramResult.class::isInstance)
        .map(HistogramResult.class::cast)
        .toList();
  }
}
