package org.svabench.benchmarks.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Passes JMH's output on and notes benchmarks that gave fewer iterations than they should: JMH goes
 * on after a failed benchmark, and says so in its output only.
 */
final class CountingFormat {
  private BenchmarkParams running;
  private int incomplete;

  /** The same format, watched. */
  OutputFormat over(OutputFormat format) {
    return (OutputFormat)
        Proxy.newProxyInstance(
            CountingFormat.class.getClassLoader(),
            new Class<?>[] {OutputFormat.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "startBenchmark" -> started((BenchmarkParams) arguments[0]);
                case "endBenchmark" -> ended((BenchmarkResult) arguments[0]);
                case "endRun" -> started(null);
                default -> {}
              }
              try {
                return method.invoke(format, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Benchmarks that failed, wholly or in part; asked when the run has ended. */
  int incomplete() {
    return incomplete;
  }

  private void started(BenchmarkParams next) {
    if (running != null) {
      incomplete++;
    }
    running = next;
  }

  private void ended(BenchmarkResult result) {
    int expected = Math.max(1, running.getForks()) * running.getMeasurement().getCount();
    if (result != null && result.getIterationResults().size() >= expected) {
      running = null;
    } else {
      started(null);
    }
  }
}
