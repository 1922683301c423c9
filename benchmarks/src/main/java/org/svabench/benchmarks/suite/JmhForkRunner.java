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
import org.svabench.benchmarks.jmh.JmhFailure;

/** Runs a fork by JMH; what JMH prints goes to a log file. */
public final class JmhForkRunner implements ForkRunner {
  private final List<String> arguments;
  private final Path log;

  /**
   * Prepares to run forks.
   *
   * @param arguments the user's JMH options
   * @param log JMH's own output is appended to it
   */
  public JmhForkRunner(List<String> arguments, Path log) {
    this.arguments = arguments;
    this.log = log;
  }

  @Override
  public BenchmarkResult run(Row row) throws ForkFailed {
    try (OutputStream file =
            Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        PrintStream out = new PrintStream(file, true, StandardCharsets.UTF_8)) {
      return only(watched(row.shape(), runner(row, out)));
    } catch (IOException e) {
      throw ForkFailed.ofRun("cannot write " + log + ": " + e.getMessage());
    }
  }

  private Runner runner(Row row, PrintStream out) throws ForkFailed {
    try {
      ForkOptions options = new ForkOptions(row, arguments);
      return new Runner(
          options,
          OutputFormatFactory.createFormatInstance(
              out, options.verbosity().orElse(Defaults.VERBOSITY)));
    } catch (CommandLineOptionException e) {
      throw ForkFailed.ofRun(e.getMessage());
    }
  }

  private static Collection<RunResult> watched(Shape shape, Runner runner) throws ForkFailed {
    ForkWatchdog watchdog = ForkWatchdog.over(shape);
    try {
      return runner.run();
    } catch (RunnerException e) {
      throw watchdog.bit()
          ? ForkFailed.ofRow(watchdog.message())
          : JmhFailure.isLocked(e)
              ? ForkFailed.ofRun(JmhFailure.locked())
              : ForkFailed.ofRow(JmhFailure.message(e));
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
