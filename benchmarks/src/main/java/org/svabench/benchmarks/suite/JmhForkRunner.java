package org.svabench.benchmarks.suite;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.TimeValue;
import org.svabench.benchmarks.jmh.JmhFailure;
import org.svabench.results.run.DiskFault;
import org.svabench.results.run.MachineLock;

/** Runs a fork by JMH; what JMH prints goes to a log file. */
public final class JmhForkRunner implements ForkRunner {
  private final List<String> arguments;
  private final Path log;
  private final MachineLock alone;
  private final Runnable whileWaiting;

  /**
   * Prepares to run forks.
   *
   * @param arguments the user's JMH options
   * @param log JMH's own output is appended to it
   * @param alone held between forks, and lent to JMH for each
   * @param whileWaiting told when another JMH run has come between two forks and is waited for
   */
  public JmhForkRunner(List<String> arguments, Path log, MachineLock alone, Runnable whileWaiting) {
    this.arguments = arguments;
    this.log = log;
    this.alone = alone;
    this.whileWaiting = whileWaiting;
  }

  @Override
  public BenchmarkResult run(Row row) throws ForkFailed {
    try (OutputStream file =
            Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        PrintStream out = new PrintStream(file, true, StandardCharsets.UTF_8)) {
      ForkOptions options = new ForkOptions(row, arguments);
      Runner runner =
          new Runner(
              options,
              OutputFormatFactory.createFormatInstance(
                  out, options.verbosity().orElse(Defaults.VERBOSITY)));
      return only(run(runner, row.shape(), options.timeout()));
    } catch (IOException e) {
      throw ForkFailed.ofRun("cannot write " + log + ": " + DiskFault.in(e));
    } catch (CommandLineOptionException e) {
      throw ForkFailed.ofRun(e.getMessage());
    }
  }

  private Collection<RunResult> run(Runner runner, Shape shape, TimeValue timeout)
      throws ForkFailed {
    while (true) {
      try {
        alone.lend();
        try {
          return watched(runner, ForkWatchdog.over(shape, timeout));
        } catch (RunnerException e) {
          if (!JmhFailure.isLocked(e)) {
            throw ForkFailed.ofRow(JmhFailure.message(e));
          }
        } finally {
          alone.takeBack(whileWaiting);
        }
      } catch (IOException e) {
        throw ForkFailed.ofRun(MachineLock.unusable(e));
      }
    }
  }

  private static Collection<RunResult> watched(Runner runner, ForkWatchdog watchdog)
      throws RunnerException, ForkFailed {
    try {
      return runner.run();
    } catch (RunnerException e) {
      if (watchdog.bit()) {
        throw ForkFailed.ofRow(watchdog.message());
      }
      throw e;
    } catch (RuntimeException e) {
      // JMH lets some failures of its own escape, a JVM that is shutting down among them.
      throw ForkFailed.ofRow(JmhFailure.message(e));
    } finally {
      watchdog.close();
    }
  }

  private static BenchmarkResult only(Collection<RunResult> results) throws ForkFailed {
    if (results.size() != 1 || results.iterator().next().getBenchmarkResults().size() != 1) {
      throw ForkFailed.ofRow("the fork ended without a result");
    }
    return results.iterator().next().getBenchmarkResults().iterator().next();
  }
}
